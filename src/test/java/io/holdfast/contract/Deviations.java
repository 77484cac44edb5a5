package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.holdfast.estate.Place;
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
 * @param standIns calls it does not have, and that something else answers in its place
 * @param lacks calls it does not have, and nothing answers
 * @param spoils what comes out otherwise and leaves nothing as it was for what is asked afterwards, so that it is not asked
 * @param differs calls it has and answers otherwise
 */
record Deviations(
        String measured, List<StandIn> standIns, List<Lack> lacks, List<Deviation> spoils, List<Deviation> differs) {
    Deviations {
        requireNonNull(measured, "measured");
        standIns = List.copyOf(standIns);
        lacks = List.copyOf(lacks);
        spoils = List.copyOf(spoils);
        differs = List.copyOf(differs);
    }

    static Deviations of(Path file) {
        try {
            return YAMLMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(file), Deviations.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }

    /** The program with what stands in for calls it does not have. */
    Place fitted(Place program) {
        Map<String, String> answers = standIns.stream()
                .filter(it -> it.answer().isPresent())
                .collect(Collectors.toMap(StandIn::operation, it -> it.answer().orElseThrow()));
        return new Place(program.endpoint(), new Prosthesis(program.http(), answers), program.clock(), program.held());
    }

    /** What cannot be asked there without a call it does not have. */
    Optional<Lack> lack(String kind, String clause) {
        return lacks.stream().filter(it -> it.skips(kind, clause)).findFirst();
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
     * A call the program does not have and a {@link Prosthesis} answers. Whether it does not is asked of it each time.
     *
     * @param call {@code service:Operation} in IAM's spelling
     * @param with members of a request that does no harm
     * @param answer what is always answered; absent where the prosthesis remembers what it was told
     * @param reason what could not be asked without it
     */
    record StandIn(String call, Map<String, Object> with, Optional<String> answer, String reason) {
        StandIn {
            requireNonNull(call, "call");
            answer = answer == null ? Optional.empty() : answer;
            requireNonNull(reason, "reason");
        }

        private String operation() {
            return call.substring(call.indexOf(':') + 1);
        }
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
