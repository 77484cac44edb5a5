package io.holdfast.cli;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.YamlReader;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is asked for and says what there is to say of it. */
final class Validation {
    private static final String STAYS =
            "its last good commit stays in force, marked stale, and the others are untouched";
    private static final String ALL_STAY = "every environment stays on its last good commit, and nothing is deleted";

    private static final String NOBODY = "no environment extends it, and nothing follows from it";

    private final List<Kind<?>> kinds;
    private final Map<Path, Load> loads = new HashMap<>();

    private Validation(List<Kind<?>> kinds) {
        this.kinds = kinds;
    }

    static ValidationDocument of(List<Path> typed, List<Kind<?>> kinds) {
        Validation validation = new Validation(kinds);
        Set<ValidatedDocument> answers = new LinkedHashSet<>();
        typed.forEach(it -> answers.addAll(validation.answer(it)));
        return ValidationDocument.of(List.copyOf(answers));
    }

    private List<ValidatedDocument> answer(Path typed) {
        if (Files.notExists(typed)) {
            return List.of(nothing(typed, "no such file or folder"));
        }
        return Files.isRegularFile(typed) && !isYaml(typed)
                ? List.of(nothing(typed, "not a YAML file"))
                : answer(Question.of(typed));
    }

    private static boolean isYaml(Path file) {
        String name = Named.own(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private List<ValidatedDocument> answer(Question question) {
        Load load = loads.computeIfAbsent(question.folder(), this::load);
        Stream<ValidatedDocument> trouble = load.trouble().map(Validation::unreadable).stream();
        Stream<ValidatedDocument> environments = load.environments().entrySet().stream()
                .filter(it -> question.environment()
                        .filter(one -> !one.equals(it.getKey()))
                        .isEmpty())
                .map(it -> validated(it.getKey(), it.getValue(), question.folder()));
        Stream<ValidatedDocument> spare =
                question.environment().isPresent() ? Stream.empty() : spare(question.folder(), load);
        List<ValidatedDocument> answers = Stream.of(trouble, environments, spare)
                .flatMap(Function.identity())
                .toList();
        return answers.isEmpty() ? List.of(nothing(question.typed(), "no environment is in it")) : answers;
    }

    /** Shared files with mistakes in them that no environment has come across, because none extends them. */
    private static Stream<ValidatedDocument> spare(Path folder, Load load) {
        if (!(look(folder) instanceof Look.Seen seen)) {
            return Stream.empty();
        }
        Set<String> told = load.environments().values().stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> it.at().file())
                .collect(Collectors.toSet());
        return seen.snapshot().names().stream()
                .filter(file -> Snapshot.isShared(file) && !told.contains(file))
                .flatMap(file -> spare(file, read(seen.snapshot(), file)).stream());
    }

    private static List<Finding> read(Snapshot snapshot, String file) {
        return Optional.ofNullable(snapshot.refused().get(file))
                .map(List::of)
                .orElseGet(() -> new YamlReader(Limits.DEFAULT)
                        .read(file, snapshot.files().get(file))
                        .findings());
    }

    private static Optional<ValidatedDocument> spare(String file, List<Finding> findings) {
        return findings.isEmpty() ? Optional.empty() : Optional.of(wrong(file, findings, NOBODY));
    }

    private Load load(Path folder) {
        return new DesiredSource(() -> look(folder), Named.folder(folder), kinds, LastGood.inMemory()).load();
    }

    private static Look look(Path folder) {
        Look look = FolderReader.untracked(folder, Limits.DEFAULT.bytes()).look();
        if (look instanceof Look.Seen seen) {
            return new Look.Seen(seen.snapshot().under(Named.root(folder)));
        }
        return new Look.Trouble(((Look.Trouble) look).finding().in(Named.folder(folder)));
    }

    private static ValidatedDocument unreadable(Finding trouble) {
        return wrong(trouble.at().file(), List.of(trouble), ALL_STAY);
    }

    private static ValidatedDocument wrong(String home, List<Finding> findings, String meanwhile) {
        return new ValidatedDocument(
                Optional.empty(),
                home,
                false,
                Optional.empty(),
                Optional.empty(),
                findings.stream().map(Validation::document).toList(),
                true,
                Optional.of(meanwhile));
    }

    /** Silence about what was named would be taken for praise. */
    private static ValidatedDocument nothing(Path typed, String why) {
        String name = typed.normalize().toString().replace('\\', '/');
        return unreadable(Finding.of(Code.SOURCE_UNAVAILABLE, new Location(name, 1, 1), "", why)
                .allowed("a folder of environments, NAME.yaml in it, or a file of the folder NAME/"));
    }

    private static ValidatedDocument validated(String environment, EnvironmentLoad load, Path folder) {
        List<Finding> findings = load.findings();
        Optional<DesiredState> desired = load.inForce().filter(it -> findings.isEmpty());
        return new ValidatedDocument(
                Optional.of(environment),
                desired.map(DesiredState::path).orElse(Named.root(folder) + environment),
                findings.isEmpty(),
                desired.map(it -> it.mode().word()),
                desired.map(it -> it.resources().size()),
                findings.stream().map(Validation::document).toList(),
                findings.size() < EnvironmentLoad.Invalid.TOLD,
                findings.isEmpty() ? Optional.empty() : Optional.of(STAYS));
    }

    private static FindingDocument document(Finding finding) {
        return new FindingDocument(
                finding.code().name(),
                finding.at().file(),
                finding.at().line(),
                finding.at().column(),
                finding.path(),
                finding.message(),
                finding.found(),
                finding.allowed(),
                finding.suggestion());
    }
}
