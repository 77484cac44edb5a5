package io.holdfast.sandbox.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.sandbox.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.StsException;

/** Who one is, and how to become somebody of another account. */
class StsTest {

    private final TestSandbox sandbox = new TestSandbox();

    @Test
    void anAssumedRoleLeadsToItsAccount() {
        // Given
        var sts = sandbox.sts("test");

        // When
        var assumed = sts.assumeRole(request ->
                request.roleArn("arn:aws:iam::210987654321:role/team/deployer").roleSessionName("holdfast"));
        var caller = sandbox.sts(assumed.credentials().accessKeyId()).getCallerIdentity();

        // Then
        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::210987654321:assumed-role/deployer/holdfast");
        assertThat(caller.account()).isEqualTo("210987654321");
        assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
    }

    @Test
    void credentialsExpireAfterTheAskedTime() {
        // Given
        var now = Instant.parse("2026-03-01T10:00:00Z");

        // When
        var credentials = sandbox.sts("test")
                .assumeRole(request -> request.roleArn("arn:aws:iam::210987654321:role/x")
                        .roleSessionName("holdfast")
                        .durationSeconds(900))
                .credentials();

        // Then
        assertThat(credentials.expiration()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatIsNoRoleCannotBeAssumed() {
        // Given
        var sts = sandbox.sts("test");

        // When
        var assuming = assertThatThrownBy(() -> sts.assumeRole(
                request -> request.roleArn("arn:aws:iam::210987654321:user/joe").roleSessionName("holdfast")));

        // Then
        assuming.isInstanceOfSatisfying(
                StsException.class,
                error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
    }
}
