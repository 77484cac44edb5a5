package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.form.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^\\p{Cntrl}]+",
                "(?i)[a-z]+",
                "a++",
                "a{2}+",
                "\\Aa",
                "a\\z",
                "\\Qa.b\\E",
                "(?<=a)b",
                "[a-z&&[^b]]",
                "\\h+"
            })
    void whatOnlyJavaUnderstandsIsOurMistake(String regexp) {
        // Given a pattern no editor can use, when it is to be one's, then
        assertThatThrownBy(() -> Regexp.ecma(new Form.Rule(regexp, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(regexp);
    }

    @Test
    void aPatternIsForTheWholeOfTheText() {
        // Given patterns with and without alternatives, when they are written for an editor, then
        assertThat(Regexp.ecma(new Form.Rule("[a-z]{1,3}", ""))).isEqualTo("^[a-z]{1,3}$");
        assertThat(Regexp.ecma(new Form.Rule("|arn:.+", ""))).isEqualTo("^(?:|arn:.+)$");
        assertThat(Regexp.ecma(new Form.Rule("(?!aws:|rds:).{1,128}", ""))).isEqualTo("^(?:(?!aws:|rds:).{1,128})$");
    }

    @Test
    void aPatternThatListsWordsIsAChoice() {
        // Given patterns that list words, and some that do not, when they are looked at, then
        assertThat(Regexp.words(new Form.Rule("ENABLED|DISABLED", ""))).contains(List.of("ENABLED", "DISABLED"));
        assertThat(Regexp.words(new Form.Rule("holdfast\\.io/v1", ""))).contains(List.of("holdfast.io/v1"));
        assertThat(Regexp.words(new Form.Rule("|arn:.+", ""))).isEmpty();
        assertThat(Regexp.words(new Form.Rule("a.c", ""))).isEmpty();
    }
}
