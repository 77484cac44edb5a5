package io.holdfast.desired.folder;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The machine as JGit may know it. Whoever started the process has a git of their own, whose configuration can send an
 * address elsewhere, put a program in place of ssh, or turn certificates off; for Holdfast none of it is there.
 */
public final class Sealed extends SystemReader.Delegate {
    private static final File NOWHERE = new File("/nonexistent");

    private Sealed(SystemReader real) {
        super(real);
    }

    /** Seals the machine, for the whole process and as often as one likes, and gives its files. */
    public static FS files() {
        synchronized (Sealed.class) {
            SystemReader real = SystemReader.getInstance();
            if (!(real instanceof Sealed)) {
                SystemReader.setInstance(new Sealed(real));
            }
        }
        FS files = FS.DETECTED.newInstance();
        files.setGitSystemConfig(NOWHERE); // Otherwise JGit runs git to find out where it lies.
        files.setUserHome(NOWHERE);
        return files;
    }

    /** {@code GIT_SSH}, {@code GIT_DIR} and their like are meant for the git of a person. */
    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    /** A configuration in which nothing is said, and nothing is ever written down. */
    private static final class Nothing extends FileBasedConfig {
        Nothing(Config parent, FS files) {
            super(parent, NOWHERE, files);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
