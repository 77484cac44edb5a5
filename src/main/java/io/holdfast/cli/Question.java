package io.holdfast.cli;

import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked by naming a folder or a file.
 *
 * @param typed as it was named
 * @param folder the folder of environments that has to be read for it: a file may extend its neighbours
 * @param environment the one that is asked for; absent for all
 */
record Question(Path typed, Path folder, Optional<String> environment) {
    static Question of(Path typed) {
        if (Files.isRegularFile(typed)) {
            return ofFile(typed);
        }
        return isOneEnvironment(typed) ? one(typed, Named.around(typed), Named.own(typed)) : all(typed, typed);
    }

    private static Question ofFile(Path file) {
        Path folder = Named.around(file);
        String name = Named.own(file);
        if (isOneEnvironment(folder)) {
            return one(file, Named.around(folder), Named.own(folder));
        }
        return name.startsWith("_") ? all(file, folder) : one(file, folder, stem(name));
    }

    private static Question one(Path typed, Path folder, String environment) {
        return new Question(typed, folder, Optional.of(environment));
    }

    private static Question all(Path typed, Path folder) {
        return new Question(typed, folder, Optional.empty());
    }

    /** Whether the files of a folder are one environment, rather than one each: one of them says so. */
    private static boolean isOneEnvironment(Path folder) {
        String name = Named.own(folder);
        Pattern claim = Pattern.compile("\\bname:\\s*[\"']?" + Pattern.quote(name) + "\\b");
        return Files.isDirectory(folder)
                && FolderReader.untracked(folder, Limits.DEFAULT.bytes()).look() instanceof Look.Seen seen
                && seen.snapshot().under("").files().entrySet().stream()
                        .filter(file -> isPart(file.getKey(), name))
                        .filter(file -> claim.matcher(text(file)).find())
                        .anyMatch(file -> name.equals(nameIn(file)));
    }

    private static boolean isPart(String file, String environment) {
        return !file.startsWith("_") && !file.contains("/") && !stem(file).equals(environment);
    }

    private static String text(Map.Entry<String, byte[]> file) {
        return new String(file.getValue(), StandardCharsets.UTF_8);
    }

    private static String nameIn(Map.Entry<String, byte[]> file) {
        return new YamlReader(Limits.DEFAULT)
                .read(file.getKey(), file.getValue())
                .root()
                .flatMap(root -> Optional.ofNullable(root.entries().get("metadata")))
                .filter(entry -> entry.value() instanceof Mapping)
                .flatMap(entry ->
                        Optional.ofNullable(((Mapping) entry.value()).entries().get("name")))
                .filter(entry -> entry.value() instanceof Scalar)
                .map(entry -> ((Scalar) entry.value()).text())
                .orElse("");
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
