package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.holdfast.app.Kinds;
import io.holdfast.estate.Place;
import io.holdfast.model.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Moto.program();
        if (program.isEmpty()) {
            System.out.println(
                    "contract on moto_server DID NOT RUN: no such program on the PATH; the kinds were judged by the sandbox alone");
            return;
        }
        moto = Optional.of(Moto.start(program.orElseThrow(), folder.resolve("moto.log")));
    }

    @AfterAll
    static void stop() {
        moto.ifPresent(Moto::close);
    }

    @TestFactory
    Stream<DynamicTest> whatIsSaidToBeMissingIsMissing() {
        return moto.stream().flatMap(it -> {
            Hand hand = new Hand(it.empty());
            Stream<DynamicTest> lacks = KNOWN.lacks().stream().map(lack -> isMissing(hand, lack.call(), lack.with()));
            Stream<DynamicTest> standIns =
                    KNOWN.standIns().stream().map(standIn -> isMissing(hand, standIn.call(), standIn.with()));
            return Stream.concat(lacks, standIns);
        });
    }

    private static DynamicTest isMissing(Hand hand, String call, Map<String, Object> with) {
        return dynamicTest(
                call,
                () -> assertThat(hand.knows(call, with))
                        .as("moto can do this now: delete the entry of %s", call)
                        .isFalse());
    }

    @TestFactory
    Stream<DynamicContainer> everyKindKeepsItsContract() {
        return moto.stream().flatMap(it -> Kinds.all().stream().map(kind -> contractOf(kind, it)));
    }

    static DynamicContainer contractOf(Kind<?> kind, Moto program) {
        return dynamicContainer(
                kind.name().type(),
                Stream.of(new Hearing(kind, KNOWN))
                        .flatMap(hearing -> Stream.of(
                                        birth(kind, program, hearing),
                                        life(kind, program, hearing),
                                        spoilers(kind, program, hearing))
                                .flatMap(it -> it)));
    }

    /** Each in a program that is empty again: dynamic tests run one after the other. */
    private static Stream<DynamicTest> birth(Kind<?> kind, Moto program, Hearing hearing) {
        return Stream.of(kind).flatMap(it -> {
            Place place = KNOWN.fitted(program.empty());
            Contract contract = Contract.of(kind, MotoNetwork.lay(place));
            return new Birth(kind, contract, Ground.prompt(place), room(kind, "birth"))
                    .clauses().stream().map(clause -> test(clause, hearing));
        });
    }

    private static Stream<DynamicTest> life(Kind<?> kind, Moto program, Hearing hearing) {
        return Stream.of(kind)
                .flatMap(it -> Stream.concat(
                        clauses(it, program, hearing, "rivalry").stream().map(clause -> test(clause, hearing)),
                        Stream.of(dynamicTest("the list of deviations is true", hearing::ends))));
    }

    /** What would leave nothing as it was is asked last, each alone. */
    private static Stream<DynamicTest> spoilers(Kind<?> kind, Moto program, Hearing hearing) {
        return KNOWN.spoils().stream()
                .filter(it -> it.of().kind().equals(kind.name().segment()))
                .map(it -> dynamicTest(
                        it.there(),
                        () -> hearing.spoils(
                                it,
                                clauses(
                                        kind,
                                        program,
                                        hearing,
                                        "spoilt" + KNOWN.spoils().indexOf(it)))));
    }

    private static List<Clause> clauses(Kind<?> kind, Moto program, Hearing hearing, String room) {
        Place place = KNOWN.fitted(program.empty());
        Contract contract = Contract.of(kind, MotoNetwork.lay(place)).without(kind, hearing.notKept());
        return Clauses.of(contract, new Rivalry(kind, contract, Ground.prompt(place), room(kind, room)));
    }

    private static DynamicTest test(Clause clause, Hearing hearing) {
        return dynamicTest(clause.name(), () -> hearing.hear(clause));
    }

    private static Path room(Kind<?> kind, String name) {
        return folder.resolve(kind.name().segment()).resolve(name);
    }
}
