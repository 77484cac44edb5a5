package io.holdfast.reference;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a Javadoc comment as one line of Markdown. */
final class Prose {
    private Prose() {}

    static String of(List<? extends DocTree> trees) {
        return trees.stream()
                .map(Prose::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree tree) {
        if (tree instanceof TextTree text) {
            return text.getBody();
        }
        if (tree instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody() + "`";
        }
        if (tree instanceof LinkTree link) {
            return link.getLabel().isEmpty() ? "`" + link.getReference().getSignature() + "`" : of(link.getLabel());
        }
        if (tree instanceof StartElementTree element && element.getName().contentEquals("p")) {
            return " ";
        }
        throw new IllegalStateException("nobody can read " + tree + " on a reference page");
    }
}
