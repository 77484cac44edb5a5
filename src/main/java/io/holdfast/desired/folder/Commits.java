package io.holdfast.desired.folder;

import io.holdfast.model.Authored;
import io.holdfast.model.Revision;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** What a commit says of itself; anybody may have written it, by hand, so that nothing in it need be there or be right. */
public final class Commits {
    /** The last moment that every database and every reader of ISO 8601 can tell. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Commits() {}

    /** The commit as reports name it. */
    public static Revision revision(RevCommit parsed) {
        return new Revision(
                parsed.name(),
                Optional.ofNullable(parsed.getCommitterIdent()).map(Commits::time),
                Optional.ofNullable(parsed.getAuthorIdent()).map(it -> authored(it, parsed.getShortMessage())));
    }

    private static Authored authored(PersonIdent author, String subject) {
        return new Authored(author.getName(), author.getEmailAddress(), time(author), subject);
    }

    private static Instant time(PersonIdent person) {
        Instant time = person.getWhenAsInstant();
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
    }
}
