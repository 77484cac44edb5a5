package io.holdfast.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CBOR as RPC v2 uses it. */
class CborTest {

    @ParameterizedTest
    @CsvSource({
        "a16161 00, 0",
        "a16161 17, 23",
        "a16161 1818, 24",
        "a16161 1903e8, 1000",
        "a16161 1a000f4240, 1000000",
        "a16161 1b000000e8d4a51000, 1000000000000",
        "a16161 20, -1",
        "a16161 3863, -100",
        "a16161 3903e7, -1000"
    })
    void wholeNumbersReadAsInAppendixAOfTheRfc(String hex, long expected) {
        // Given
        var bytes = bytes(hex);

        // When
        var map = CborReader.map(bytes);

        // Then
        assertThat(map).isEqualTo(Map.of("a", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "a16161 f93c00, 1.0",
        "a16161 f97bff, 65504.0",
        "a16161 f90001, 5.960464477539063e-8",
        "a16161 f9c400, -4.0",
        "a16161 fa47c35000, 100000.0",
        "a16161 fb3ff199999999999a, 1.1",
        "a16161 c1fb41d452d9e0200000, 1363896192.5"
    })
    void decimalNumbersReadAsInAppendixAOfTheRfc(String hex, double expected) {
        // Given
        var bytes = bytes(hex);

        // When
        var map = CborReader.map(bytes);

        // Then
        assertThat(map).isEqualTo(Map.of("a", expected));
    }

    @Test
    void indefiniteLengthsReadLikeDefiniteOnes() {
        // Given
        var bytes = bytes("bf 6161 9f 01 02 ff 6162 7f 63737472 6465616d21 ff ff");

        // When
        var map = CborReader.map(bytes);

        // Then
        assertThat(map).isEqualTo(Map.of("a", List.of(1L, 2L), "b", "stream!"));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        // Given
        var members = new LinkedHashMap<String, Object>();
        members.put("text", "Größe");
        members.put(
                "numbers",
                LongStream.of(0, 23, 24, 255, 256, 65_535, 65_536, 1L << 33, -1, -500)
                        .boxed()
                        .toList());
        members.put("decimal", 0.25);
        members.put("truths", List.of(true, false));
        members.put("inside", Map.of("list", new XmlList("item", List.of("x"))));
        members.put("long", "x".repeat(70_000));

        // When
        var back = CborReader.map(CborWriter.bytes(members));

        // Then
        members.put("inside", Map.of("list", List.of("x")));
        assertThat(back).isEqualTo(members);
    }

    @Test
    void aTimeIsWrittenAsEpochSecondsAndANullIsLeftOut() {
        // Given
        var members = new LinkedHashMap<String, Object>();
        members.put("at", Instant.ofEpochMilli(1_500));
        members.put("nothing", null);

        // When
        var back = CborReader.map(CborWriter.bytes(members));

        // Then
        assertThat(back).isEqualTo(Map.of("at", 1.5));
    }

    @Test
    void bytesCutOffAnywhereAreRefusedAsMalformed() {
        // Given
        var whole = CborWriter.bytes(Map.of("a", List.of(1, "two", Map.of("three", 3.0))));

        // When
        var cuts = IntStream.range(0, whole.length).mapToObj(end -> Arrays.copyOf(whole, end));

        // Then
        assertThat(cuts)
                .allSatisfy(cut -> assertThatThrownBy(() -> CborReader.map(cut)).isInstanceOf(AwsError.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "ff", "bf", "5bffffffffffffffff", "9b7fffffffffffffff", "a161611f", "fc"})
    void hostileBytesAreRefusedAsMalformed(String hex) {
        // Given
        var bytes = bytes(hex);

        // When
        var reading = assertThatThrownBy(() -> CborReader.map(bytes));

        // Then
        reading.isInstanceOf(AwsError.class);
    }

    @Test
    void endlessNestingIsRefusedAsMalformed() {
        // Given
        var nested = new byte[100_000];
        Arrays.fill(nested, (byte) 0x81);

        // When
        var reading = assertThatThrownBy(() -> CborReader.map(nested));

        // Then
        reading.isInstanceOf(AwsError.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
