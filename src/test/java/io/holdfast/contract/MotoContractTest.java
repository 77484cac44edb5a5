package io.holdfast.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.holdfast.app.Kinds;
import io.holdfast.contract.Deviations.Lack;
import io.holdfast.estate.Place;
import io.holdfast.model.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same contract with another program in AWS's place, wherever it is installed: what holds only in our own sandbox
 * may be the sandbox's doing. A clause holds, or it is known to come out otherwise there and does, or it cannot be asked.
 */
class MotoContractTest {
    private static final Deviations KNOWN = Deviations.of(Path.of("src/test/resources/deviations/moto.yaml"));

    @TempDir
    static Path folder;

    private static Optional<Moto> moto = Optional.empty();
    private static List<Lack> lacking = List.of();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Moto.program();
        if (program.isEmpty()) {
            System.out.println(
                    "contract on moto_server DID NOT RUN: no such program on the PATH; the kinds were judged by the sandbox alone");
            return;
        }
        moto = Optional.of(Moto.start(program.orElseThrow(), folder.resolve("moto.log")));
        lacking = lacking(moto.orElseThrow().empty());
    }

    private static List<Lack> lacking(Place place) {
        try (Hand hand = new Hand(place)) {
            return KNOWN.lacks().stream()
                    .filter(it -> !hand.knows(it.call(), it.with()))
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        moto.ifPresent(Moto::close);
    }

    @TestFactory
    Stream<DynamicContainer> everyKindKeepsItsContract() {
        return moto.stream().flatMap(it -> Kinds.all().stream().map(kind -> contractOf(kind, it)));
    }

    static DynamicContainer contractOf(Kind<?> kind, Moto program) {
        return dynamicContainer(
                kind.name().type(),
                Stream.of(new Hearing(kind, KNOWN, lacking))
                        .flatMap(hearing -> Stream.of(birth(kind, program, hearing), life(kind, program, hearing))
                                .flatMap(it -> it)));
    }

    /** Each in a program that is empty again: dynamic tests run one after the other. */
    private static Stream<DynamicTest> birth(Kind<?> kind, Moto program, Hearing hearing) {
        return Stream.of(kind).flatMap(it -> {
            Place place = program.empty();
            Contract contract = Contract.of(kind, MotoNetwork.lay(place));
            return new Birth(kind, contract, Ground.endless(place), room(kind, "birth"))
                    .clauses().stream().map(clause -> test(clause, hearing));
        });
    }

    private static Stream<DynamicTest> life(Kind<?> kind, Moto program, Hearing hearing) {
        return Stream.of(kind).flatMap(it -> {
            Place place = program.empty();
            Contract contract = Contract.of(kind, MotoNetwork.lay(place)).without(kind, hearing.notKept());
            Rivalry rivalry = new Rivalry(kind, contract, Ground.endless(place), room(kind, "rivalry"));
            return Stream.concat(
                    Clauses.of(contract, rivalry).stream().map(clause -> test(clause, hearing)),
                    Stream.of(dynamicTest("the list of deviations is true", hearing::ends)));
        });
    }

    private static DynamicTest test(Clause clause, Hearing hearing) {
        return dynamicTest(clause.name(), () -> hearing.hear(clause));
    }

    private static Path room(Kind<?> kind, String name) {
        return folder.resolve(kind.name().segment()).resolve(name);
    }
}
