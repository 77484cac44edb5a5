package io.holdfast.desired.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://git.example.com/team/environments.git, HTTPS, https://git.example.com/team/environments.git",
        "HTTPS://Git.Example.com:8443/x, HTTPS, https://git.example.com:8443/x",
        "https://10.1.2.3/x, HTTPS, https://10.1.2.3/x",
        "http://127.0.0.1:8080/x, HTTP, http://127.0.0.1:8080/x",
        "http://localhost/x, HTTP, http://localhost/x",
        "http://[::1]:8080/x, HTTP, http://[::1]:8080/x",
        "ssh://git@git.example.com:2222/x.git, SSH, ssh://git@git.example.com:2222/x.git",
        "git@github.com:team/environments.git, SSH, git@github.com:team/environments.git",
        "file:///srv/git/x.git, LOCAL, /srv/git/x.git",
        "FILE://localhost/srv/../srv/x, LOCAL, /srv/x",
        "/srv/git/x.git, LOCAL, /srv/git/x.git"
    })
    void whatMayBeAskedIsKnownByOneText(String written, Address.Way way, String text) {
        // When
        Address address = Address.of(written);

        // Then
        assertThat(address.way()).isEqualTo(way);
        assertThat(address.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "ext::sh -c touch% /tmp/owned",
                "ext::sh",
                "fd::17",
                "ssh://-oProxyCommand=touch/x",
                "ssh://git@-oProxyCommand=touch/x",
                "ssh://-oProxyCommand=x@git.example.com/x",
                "-oProxyCommand=touch:x",
                "git@-oProxyCommand=touch:x",
                "git@git.example.com:-x",
                "--upload-pack=touch",
                "git://git.example.com/x",
                "ftp://git.example.com/x",
                "amazon-s3://.aws@bucket/x",
                "jar:file:///x!/",
                "http://git.example.com/x",
                "http://10.0.0.1/x",
                "http://localhost.example.com/x",
                "https://169.254.169.254/latest/meta-data",
                "http://169.254.169.254/latest/meta-data",
                "https://169.254.169.254./x",
                "https://[fe80::1]/x",
                "https://[fd00:ec2::254]/x",
                "https://[::ffff:169.254.169.254]/x",
                "https://2852039166/x",
                "https://0.0.0.0/x",
                "https://100.100.100.200/x",
                "https://metadata.google.internal/x",
                "https://METADATA.google.internal./x",
                "https://git.example.com",
                "https://git.example.com/",
                "https:///x",
                "https://git.example.com/x?token=abc",
                "https://git.example.com/x#abc",
                "https://git.example.com/a\nb",
                "https://git_example.com/x",
                "file://elsewhere/srv/x",
                "file:///",
                "C:\\repositories",
                "\\\\server\\share"
            })
    void whatMayNotBeAskedIsRefusedWithWhatMay(String written) {
        assertThatThrownBy(() -> Address.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("holdfast.source.url ")
                .hasMessageContaining("; allowed: https://HOST/PATH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ana:hunter2@git.example.com/x",
                "HTTPS://ana:hunter2@git.example.com/x",
                "http://ana:hunter2@localhost/x",
                "HTTP://ana:hunter2@git.example.com/x",
                "https://hunter2@git.example.com/x",
                "ssh://ana:hunter2@git.example.com/x",
                "https://ana:hunter2@git.example.com/ x",
                "https://ana:hunter2%@git.example.com/x",
                "hTTp://ana:hunter2@[broken/x",
                "git://ana:hunter2@git.example.com/x",
                "file://ana:hunter2@localhost/x",
                "ana:hunter2@git.example.com:x"
            })
    void aPasswordInAnAddressIsRefusedAndNeverRepeated(String written) {
        assertThatThrownBy(() -> Address.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(trace(refusal)).doesNotContain("hunter2"));
    }

    /** All that a log would show. */
    private static String trace(Throwable failure) {
        var text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
