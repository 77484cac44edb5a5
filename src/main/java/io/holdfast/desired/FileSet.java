package io.holdfast.desired;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.desired.extend.Files;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Parsed;
import io.holdfast.desired.yaml.YamlReader;
import io.holdfast.model.Location;
import io.holdfast.model.Revision;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Files by path, each parsed once. */
final class FileSet implements Files {
    private final YamlReader reader = new YamlReader(Limits.DEFAULT);
    private final Map<String, Parsed> parsed = new HashMap<>();
    private final Snapshot snapshot;

    private FileSet(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static FileSet of(Snapshot snapshot) {
        return new FileSet(snapshot);
    }

    static FileSet of(Sources sources) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        sources.files().forEach((file, text) -> bytes.put(file, text.getBytes(UTF_8)));
        return new FileSet(Snapshot.of(bytes, sources.revision()));
    }

    @Override
    public Parsed parsed(String file) {
        return parsed.computeIfAbsent(file, this::parse);
    }

    private Parsed parse(String file) {
        Optional<Finding> refused = Optional.ofNullable(snapshot.refused().get(file));
        if (refused.isPresent()) {
            return new Parsed(Optional.empty(), List.of(refused.get()));
        }
        return Optional.ofNullable(snapshot.files().get(file))
                .map(bytes -> reader.read(file, bytes))
                .orElseGet(() -> missing(file));
    }

    private static Parsed missing(String file) {
        return new Parsed(
                Optional.empty(),
                List.of(Finding.of(Code.SOURCE_UNAVAILABLE, new Location(file, 1, 1), "", "no such file")));
    }

    @Override
    public List<String> shared(String file) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return snapshot.names().stream()
                .filter(name -> Snapshot.isShared(name)
                        && name.startsWith(folder)
                        && name.lastIndexOf('/') == folder.length() - 1)
                .toList();
    }

    /**
     * What files say, to be compared.
     *
     * @param read file to content
     * @param refused file to why it is not read
     */
    record Contents(Map<String, ByteBuffer> read, Map<String, Finding> refused) {}

    /** These files, and all that can be extended. */
    Contents contents(Collection<String> own) {
        Predicate<String> counts = file -> own.contains(file) || Snapshot.isShared(file);
        Map<String, ByteBuffer> read = new HashMap<>();
        snapshot.files().forEach((file, bytes) -> {
            if (counts.test(file)) {
                read.put(file, ByteBuffer.wrap(bytes));
            }
        });
        Map<String, Finding> refused = new HashMap<>(snapshot.refused());
        refused.keySet().removeIf(counts.negate());
        return new Contents(read, refused);
    }

    SortedMap<String, String> texts(SortedSet<String> names) {
        SortedMap<String, String> texts = new TreeMap<>();
        names.forEach(name -> texts.put(name, new String(snapshot.files().get(name), UTF_8)));
        return texts;
    }

    /** The commit these files are at, as they stand there. */
    Optional<Revision> commitOf(Collection<String> names) {
        return snapshot.commit().filter(commit -> names.stream().noneMatch(snapshot.edited()::contains));
    }
}
