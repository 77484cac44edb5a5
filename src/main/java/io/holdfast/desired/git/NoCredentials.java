package io.holdfast.desired.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Answers every question with no; otherwise JGit would ask whatever else there is on this machine. */
final class NoCredentials extends CredentialsProvider {
    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return false;
    }

    @Override
    public boolean get(URIish address, CredentialItem... items) {
        return false;
    }
}
