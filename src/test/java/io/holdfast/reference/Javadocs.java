package io.holdfast.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.holdfast.desired.form.About;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of our own sources, which no class file has: read as the compiler reads it, file by file when it is asked for. */
final class Javadocs {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path sources;
    private final Set<Path> read = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();

    /** @param sources the folder that the packages begin in */
    Javadocs(Path sources) {
        this.sources = sources;
    }

    /** What is said there, on one line, in Markdown; absent where nothing is. */
    Optional<String> of(About about) {
        Path file = file(about.type());
        if (read.add(file)) {
            parse(file);
        }
        String type = about.type().getCanonicalName();
        return Optional.ofNullable(words.get(about.member().isEmpty() ? type : type + "#" + about.member()));
    }

    private Path file(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        return sources.resolve(top.getName().replace('.', '/') + ".java");
    }

    private void parse(Path file) {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                String packageName = String.valueOf(unit.getPackageName());
                TreePath path = new TreePath(unit);
                unit.getTypeDecls().forEach(type -> visit(docs, new TreePath(path, type), packageName));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void visit(DocTrees docs, TreePath path, String outer) {
        if (path.getLeaf() instanceof VariableTree constant) {
            keep(outer + "#" + constant.getName(), docs.getDocCommentTree(path));
        }
        if (path.getLeaf() instanceof ClassTree type) {
            String name = outer + "." + type.getSimpleName();
            keep(name, docs.getDocCommentTree(path));
            for (Tree member : type.getMembers()) {
                visit(docs, new TreePath(path, member), name);
            }
        }
    }

    private void keep(String name, DocCommentTree comment) {
        if (comment == null) {
            return;
        }
        put(name, Prose.of(comment.getFullBody()));
        comment.getBlockTags().forEach(tag -> {
            if (tag instanceof ParamTree param) {
                put(name + "#" + param.getName(), Prose.of(param.getDescription()));
            }
        });
    }

    private void put(String name, String text) {
        if (!text.isEmpty()) {
            words.put(name, text);
        }
    }
}
