package io.holdfast.reference;

import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.model.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The generated half of the reference page: every key that can be written, table by table. */
final class ReferencePage {
    private final Sections sections;
    private final Descriptions descriptions;

    ReferencePage(Form.Keys form, Collection<? extends Kind<?>> kinds, Descriptions descriptions) {
        this.sections = new Sections(form, kinds);
        this.descriptions = descriptions;
    }

    String markdown() {
        return "## Contents\n\n" + contents()
                + sections.all().stream().map(this::section).collect(Collectors.joining());
    }

    private String contents() {
        return sections.all().stream()
                .filter(it -> it.depth() == 2)
                .map(it -> "- " + it.link()
                        + it.kind().map(kind -> ": " + lead(kind)).orElse("") + "\n")
                .collect(Collectors.joining());
    }

    /** The first sentence about a kind, which begins with what it is. */
    private String lead(Kind<?> kind) {
        String words = descriptions.of(About.type(kind.getClass())).meaning();
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private String section(Section section) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("\n" + "#".repeat(section.depth()) + " " + section.title());
        around(section).ifPresent(it -> paragraphs.add("In " + it.link() + "."));
        paragraphs.add(descriptions.of(section.keys().about()).text());
        section.kind().filter(it -> section.isDeclaration()).ifPresent(kind -> paragraphs.add(facts(kind)));
        paragraphs.add(table(section));
        return paragraphs.stream()
                .filter(it -> !it.isEmpty())
                .map(it -> it + "\n")
                .collect(Collectors.joining("\n"));
    }

    private Optional<Section> around(Section section) {
        String path = section.path();
        while (!path.isEmpty()) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
            if (sections.at(path) != null) {
                return Optional.of(sections.at(path));
            }
        }
        return Optional.empty();
    }

    private static String facts(Kind<?> kind) {
        String name = "In reports: `" + kind.name().type() + "`, with ids such as `production/"
                + kind.name().segment() + "/NAME`.";
        String calls =
                " Created by " + quoted(kind.createCalls()) + ", adopted by " + quoted(List.of(kind.adoptCall())) + ".";
        String data = kind.holdsData()
                ? " It holds data: it is never replaced or deleted without an approval that names it."
                : "";
        return name + calls + data;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }

    private String table(Section section) {
        boolean isPriced = section.kind().isPresent();
        String head = "| Key | What it is | What it means | Left out |" + (isPriced ? " A change |" : "") + "\n"
                + "| --- | --- | --- | --- |" + (isPriced ? " --- |" : "") + "\n";
        return section.keys().keys().stream()
                .map(key -> row(section, key))
                .collect(Collectors.joining("", head, ""))
                .stripTrailing();
    }

    private String row(Section section, Key key) {
        Description description = descriptions.of(key.about());
        String path = section.path().isEmpty() ? key.name() : section.path() + "." + key.name();
        String field = section.field().isEmpty() ? key.name() : section.field() + "." + key.name();
        List<String> cells = new ArrayList<>(List.of(
                "`" + key.name() + "`",
                type(key.form(), section, path),
                description.meaning(),
                leftOut(section, key, description)));
        section.kind().ifPresent(kind -> cells.add(Price.of(kind, field)));
        return cells.stream().map(ReferencePage::cell).collect(Collectors.joining("|", "|", "|\n"));
    }

    private static String cell(String text) {
        return text.isEmpty() ? " " : " " + text.replace("|", "\\|") + " ";
    }

    private String type(Form form, Section from, String path) {
        if (form instanceof Form.Keys) {
            return sections.at(path).link(from);
        }
        if (form instanceof Form.Items items) {
            return "a list of: " + type(items.item(), from, path + "[]") + counted(items.size());
        }
        if (form instanceof Form.Names names) {
            return "a map from `NAME` to: " + type(names.value(), from, path + ".NAME") + named(names.name())
                    + counted(names.size());
        }
        return Allowed.phrase(form);
    }

    private static String named(Form.Text name) {
        return name.equals(Form.Text.ANY) ? "" : "; `NAME` is " + Allowed.phrase(name);
    }

    private static String counted(Bounds size) {
        return Allowed.size(size, "member").map(it -> "; " + it).orElse("");
    }

    /** Inside a list, what is left out is not there: a list is compared and sent as a whole. */
    private static String leftOut(Section section, Key key, Description description) {
        if (key.isRequired()) {
            return "must be written";
        }
        boolean isManaged = section.kind().isPresent() && !section.path().contains("[]");
        return description.leftOut().orElse(isManaged ? "unmanaged" : "");
    }
}
