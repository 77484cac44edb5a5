package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.GIT_CORRUPT;
import static io.holdfast.desired.finding.Code.GIT_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.CorruptPackIndexException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;

/** Says what went wrong with a repository: which, which branch, why. What a server says is repeated, but cut and never a secret. */
final class Failures {
    private static final Pattern PASSWORD = Pattern.compile("://[^/\\s:@]*:[^/\\s@]*@");
    private static final Pattern REFUSED = Pattern.compile(
            "not authorized|authentication|auth fail|cannot log in|no more auth", Pattern.CASE_INSENSITIVE);

    /** What JGit says of a server whose key is another than the one that is known, or not known at all. */
    private static final String STRANGER = "Server key did not validate";

    private static final Pattern MISSING = Pattern.compile(
            "missing (commit|tree|blob|unknown|object)|not our ref|bad object|corrupt|unpack",
            Pattern.CASE_INSENSITIVE);

    /**
     * All that JGit says when it serves a repository on this machine to itself and cannot read it. Another server may say
     * the same of anything.
     */
    private static final String BROKEN_WITHIN = "internal server error";

    /** What newer Javas say of an answer shorter than its announced length (seen on 25; 17 leaves it to the reader). */
    private static final String CUT_OFF = "Premature EOF";

    private static final int LONGEST = 300;

    private Failures() {}

    /** A branch that could not be fetched. */
    static Finding fetching(Address address, Binding place, Exception failure) {
        List<Throwable> chain = chain(failure);
        if (address.way() == Address.Way.LOCAL && chain.stream().anyMatch(it -> text(it).endsWith(BROKEN_WITHIN))) {
            return at(
                    place,
                    GIT_CORRUPT,
                    of(address, place) + " cannot be fetched: what the branch needs is missing there, or damaged");
        }
        return at(place, code(chain), of(address, place) + " cannot be fetched: " + reason(chain));
    }

    /** A commit that was fetched and cannot be read. */
    static Finding reading(Address address, Binding place, Exception failure) {
        return at(
                place, GIT_CORRUPT, of(address, place) + " was fetched and cannot be read: " + reason(chain(failure)));
    }

    /** A branch that is not there; nor is one whose ref is empty or cut off. */
    static Finding noBranch(Address address, Binding place) {
        return at(
                place, GIT_UNAVAILABLE, of(address, place) + " is not there: deleted, or its ref is empty or damaged");
    }

    static Finding at(Binding place, Code code, String message) {
        return Finding.of(code, new Location(file(place), 1, 1), "", message);
    }

    /** What a finding about a whole place names for a file. */
    static String file(Binding place) {
        return place.folder().isEmpty() ? "./" : place.root();
    }

    static String of(Address address, Binding place) {
        return "branch " + place.branch() + " of " + address;
    }

    private static Code code(List<Throwable> chain) {
        boolean tooMuch = chain.stream()
                .anyMatch(it ->
                        it instanceof TooLargeObjectInPackException || (it instanceof OverLimit over && over.isSize()));
        if (tooMuch) {
            return YAML_LIMIT;
        }
        return chain.stream().anyMatch(Failures::isCorrupt) ? GIT_CORRUPT : GIT_UNAVAILABLE;
    }

    private static boolean isCorrupt(Throwable failure) {
        return failure instanceof MissingObjectException
                || failure instanceof CorruptObjectException
                || failure instanceof CorruptPackIndexException
                || (!(failure instanceof OverLimit)
                        && MISSING.matcher(text(failure)).find());
    }

    private static String reason(List<Throwable> chain) {
        for (Throwable failure : chain) {
            if (failure instanceof OverLimit || failure instanceof TooLargeObjectInPackException) {
                return text(failure);
            }
            if (failure instanceof UnknownHostException) {
                return "no host of this name is known";
            }
            if (failure instanceof ConnectException) {
                return "nobody answers there (" + text(failure) + ")";
            }
            if (failure instanceof SocketTimeoutException) {
                return "the server does not answer in time";
            }
            if (failure instanceof SSLException) {
                return "the server's certificate or encryption is not accepted (" + text(failure) + ")";
            }
            if (failure instanceof NoRemoteRepositoryException) {
                return "there is no repository, or it may not be seen";
            }
            if (text(failure).contains(STRANGER)) {
                return "the server's key is not the one in the file that holdfast.source.ssh.known-hosts names";
            }
            if (REFUSED.matcher(text(failure)).find()) {
                return "the credentials are refused, or some are needed";
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        return root instanceof EOFException || text(root).equals(CUT_OFF) ? "the answer ends too early" : text(root);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable it = failure; it != null && !chain.contains(it); it = it.getCause()) {
            chain.add(it);
        }
        return chain;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage() == null
                ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : PASSWORD.matcher(failure.getMessage()).replaceAll("://***@");
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
