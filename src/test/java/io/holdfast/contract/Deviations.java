package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What another program does otherwise than AWS, as data. What the program does is no reason to do anything otherwise.
 *
 * @param measured the version it was found with
 * @param lacks calls it does not have
 * @param spoils what comes out otherwise and leaves nothing as it was for what is asked afterwards, so that it is not asked
 * @param differs calls it has and answers otherwise
 */
record Deviations(String measured, List<Lack> lacks, List<Deviation> spoils, List<Deviation> differs) {
    Deviations {
        requireNonNull(measured, "measured");
        lacks = List.copyOf(lacks);
        spoils = List.copyOf(spoils);
        differs = List.copyOf(differs);
    }

    static Deviations of(Path file) {
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(file), Deviations.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }

    /** What is known to come out otherwise there. */
    Optional<Deviation> of(String kind, String clause) {
        return differs.stream().filter(it -> it.of().covers(kind, clause)).findFirst();
    }

    /** What is known to spoil the rest there. */
    Optional<Deviation> spoiler(String kind, String clause) {
        return spoils.stream().filter(it -> it.of().covers(kind, clause)).findFirst();
    }

    /**
     * A call the program does not have. Whether it does not is asked of it each time.
     *
     * @param call {@code service:Operation} in IAM's spelling
     * @param with members of a request that does no harm
     * @param aws what AWS does
     * @param skips what cannot be asked without it
     * @param reason why not
     */
    record Lack(String call, Map<String, Object> with, String aws, List<Of> skips, String reason) {
        Lack {
            requireNonNull(call, "call");
            requireNonNull(aws, "aws");
            skips = List.copyOf(skips);
            requireNonNull(reason, "reason");
        }

        boolean skips(String kind, String clause) {
            return skips.stream().anyMatch(it -> it.covers(kind, clause));
        }
    }

    /**
     * An answer that is otherwise.
     *
     * @param of what comes out otherwise
     * @param aws what AWS does
     * @param there what the program does
     * @param reason why it does, or what follows from it
     */
    record Deviation(Of of, String aws, String there, String reason) {
        Deviation {
            requireNonNull(of, "of");
            requireNonNull(aws, "aws");
            requireNonNull(there, "there");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Some clauses of a kind's contract.
     *
     * @param kind the kind's name in YAML
     * @param clauses their names; a star stands for anything
     */
    record Of(String kind, List<String> clauses) {
        boolean covers(String otherKind, String clause) {
            return kind.equals(otherKind)
                    && clauses.stream()
                            .anyMatch(it -> pattern(it).matcher(clause).matches());
        }

        private static Pattern pattern(String clauses) {
            return Pattern.compile(
                    Arrays.stream(clauses.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }
}
