package io.holdfast.desired.git;

import io.holdfast.desired.folder.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/**
 * A repository that takes in no more than it may. Whatever way objects come, they pass the parser that is made here: a
 * limit in front of each way would be one too few some day.
 */
final class BareRepository extends FileRepository {
    private Allowance allowance;

    private BareRepository(FileRepositoryBuilder builder) throws IOException {
        super(builder);
    }

    static BareRepository at(Path folder) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.setFS(Sealed.files()).setGitDir(folder.toFile()).setBare().setup();
        return new BareRepository(builder);
    }

    /** What comes in from now on is taken from this allowance. */
    void spend(Allowance next) {
        allowance = next;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter real = super.newObjectInserter();
        Allowance spent = allowance;
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return real;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = super.newPackParser(spent == null ? in : spent.over(in));
                parser.setMaxObjectSizeLimit(FetchLimits.LARGEST_OBJECT);
                return parser;
            }
        };
    }
}
