package io.holdfast.app;

import io.holdfast.cli.Cli;
import io.holdfast.cli.Surroundings;
import io.holdfast.cli.Viewpoint;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Help.Ansi;

/** Where the process starts: the service, or a command that ends before the container would have started. */
@QuarkusMain
public final class Main {
    /** Held here, because a logger nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final List<String> SERVE = List.of("serve");

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 0 || Arrays.asList(args).equals(SERVE)) {
            Quarkus.run();
            return;
        }
        ROOT.setLevel(Level.SEVERE);
        int code = Cli.of(args, Build.version(), Kinds::all, Main::lookout, Main::serve, surroundings())
                .execute(args);
        System.exit(code);
    }

    private static Surroundings surroundings() {
        return new Surroundings(SecureRandom::new, System::getenv, Ansi.AUTO::enabled);
    }

    private static Post lookout(Viewpoint viewpoint) {
        return Post.at(viewpoint, config(), Clock.systemUTC());
    }

    private static void serve(boolean sandbox) {
        ROOT.setLevel(Level.INFO);
        if (sandbox) {
            System.setProperty("quarkus.profile", "sandbox");
        }
        Quarkus.run();
    }

    /** The service's configuration, read without the service. */
    private static HoldfastConfig config() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredSources()
                .addDiscoveredConverters()
                .withProfile("prod")
                .withMapping(HoldfastConfig.class)
                .build();
        return config.getConfigMapping(HoldfastConfig.class);
    }
}
