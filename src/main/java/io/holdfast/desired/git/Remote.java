package io.holdfast.desired.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** The repository at its address. */
final class Remote {
    /** No answer for this long is no answer. */
    private static final int MOST_SILENT_SECONDS = 20;

    private final GitSettings settings;
    private final Clock clock;
    private final AtomicBoolean stopped;
    private boolean isShallow;

    Remote(GitSettings settings, Clock clock, AtomicBoolean stopped) {
        this.settings = settings;
        this.clock = clock;
        this.stopped = stopped;
        // Leaving history behind saves the way; where there is none, it only costs certainty.
        this.isShallow = settings.address().way() != Address.Way.LOCAL;
    }

    /**
     * Brings the head of a branch, and so many generations of commits before it, into a mirror.
     *
     * @return the head, which the mirror then holds; empty when there is no such branch
     * @throws OverLimit when that takes too much
     * @throws IOException when it cannot be had
     */
    Optional<ObjectId> fetch(Mirror mirror, String branch, int generations) throws IOException {
        Allowance allowance = new Allowance(settings.limits(), clock, stopped);
        Watch watch = new Watch(allowance);
        try (Transport transport = open(mirror, allowance)) {
            Optional<ObjectId> head = ask(transport, branch);
            if (head.isPresent() && !mirror.holds(branch, head.get(), isShallow ? generations : 0)) {
                if (isShallow) {
                    transport.setDepth(generations);
                }
                transport.fetch(watch, List.of(spec(branch)));
                mirror.fetched(branch, generations);
                return mirror.head(branch);
            }
            return head;
        } catch (PackProtocolException confused) {
            if (isShallow && settings.address().way() == Address.Way.SSH) {
                // A server that speaks only git's older protocol and JGit lose each other when some history is left
                // behind
                // and some is there. A fresh mirror with all of it does without.
                isShallow = false;
                mirror.wearOut();
            }
            throw confused;
        } catch (IOException | RuntimeException broken) {
            throw watch.stoppedBecause().map(IOException.class::cast).orElseGet(() -> asIs(broken));
        }
    }

    /** JGit turns a stream that breaks in its hands into anything, up to an ArrayIndexOutOfBoundsException. */
    private static IOException asIs(Exception broken) {
        return broken instanceof IOException known
                ? known
                : new IOException(String.valueOf(broken.getMessage()), broken);
    }

    private static RefSpec spec(String branch) {
        return new RefSpec("+" + Constants.R_HEADS + branch + ":" + Mirror.ref(branch));
    }

    private static Optional<ObjectId> ask(Transport transport, String branch) throws IOException {
        try (FetchConnection connection = transport.openFetch(List.of(spec(branch)))) {
            Ref ref = connection.getRef(Constants.R_HEADS + branch);
            return Optional.ofNullable(ref).map(Ref::getObjectId);
        }
    }

    private Transport open(Mirror mirror, Allowance allowance) throws IOException {
        mirror.repository().spend(allowance);
        Transport transport = Transport.open(mirror.repository(), uri());
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setTimeout(
                (int) Math.min(MOST_SILENT_SECONDS, allowance.left().toSeconds()));
        transport.setCredentialsProvider(settings.keys().credentials().provider());
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(
                    new HttpDoor(settings.address(), settings.keys().certificates(), allowance));
        }
        if (transport instanceof SshTransport ssh) {
            Neighbourhood.check(settings.address().host().orElseThrow(), false);
            ssh.setSshSessionFactory(SshDoor.open(settings.keys().ssh().orElseThrow()));
        }
        return transport;
    }

    private URIish uri() throws IOException {
        try {
            return new URIish(settings.address().text());
        } catch (URISyntaxException impossible) {
            throw new IOException("the address is none that git knows", impossible);
        }
    }
}
