package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Fault;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class FaultsTest {
    /** Codes as they stand on the wire: API reference of each service, and AWS's common errors. */
    @ParameterizedTest
    @CsvSource({
        "ecs, ThrottlingException, 400, THROTTLED",
        "rds, Throttling, 400, THROTTLED",
        "rds, RequestLimitExceeded, 503, THROTTLED",
        "ecs, TooManyRequestsException, 429, THROTTLED",
        "tagging, ThrottledException, 400, THROTTLED",
        "rds, DBInstanceNotFound, 404, NOT_FOUND",
        "rds, DBInstanceNotFoundFault, 404, NOT_FOUND",
        "elasticache, ReplicationGroupNotFoundFault, 404, NOT_FOUND",
        "ecs, ClusterNotFoundException, 400, NOT_FOUND",
        "ecs, ServiceNotActiveException, 400, NOT_FOUND",
        "cloudwatch, ResourceNotFoundException, 404, NOT_FOUND",
        "cloudwatch, ResourceNotFound, 404, NOT_FOUND",
        "rds, InvalidDBInstanceState, 400, BUSY",
        "elasticache, InvalidReplicationGroupState, 400, BUSY",
        "elasticache, InvalidCacheClusterState, 400, BUSY",
        "ecs, UpdateInProgressException, 400, BUSY",
        "application-autoscaling, ConcurrentUpdateException, 500, BUSY",
        "ecs, ConflictException, 400, BUSY",
        "ecs, ResourceInUseException, 400, BUSY",
        "ecs, ClusterContainsServicesException, 400, BUSY",
        "application-autoscaling, FailedResourceAccessException, 400, PROPAGATION",
        "application-autoscaling, ObjectNotFoundException, 400, PROPAGATION",
        "rds, DBInstanceAlreadyExists, 400, EXISTS",
        "elasticache, ReplicationGroupAlreadyExists, 400, EXISTS",
        "elb, DuplicateTargetGroupName, 400, EXISTS",
        "sts, ExpiredToken, 403, CREDENTIALS",
        "ecs, ExpiredTokenException, 400, CREDENTIALS",
        "ecs, UnrecognizedClientException, 400, CREDENTIALS",
        "sts, InvalidClientTokenId, 403, CREDENTIALS",
        "rds, SignatureDoesNotMatch, 403, CREDENTIALS",
        "rds, RequestExpired, 400, CLOCK_SKEW",
        "s3, RequestTimeTooSkewed, 403, CLOCK_SKEW",
        "ecs, AccessDeniedException, 400, DENIED",
        "rds, AccessDenied, 403, DENIED",
        "ec2, UnauthorizedOperation, 403, DENIED",
        "ecs, LimitExceededException, 400, QUOTA",
        "rds, InstanceQuotaExceeded, 400, QUOTA",
        "elasticache, NodeQuotaForCustomerExceeded, 400, QUOTA",
        "elasticache, TagQuotaPerResourceExceeded, 400, QUOTA",
        "secrets, ServiceQuotaExceededException, 402, QUOTA",
        "elb, TooManyTargetGroups, 400, QUOTA",
        "rds, InvalidParameterCombination, 400, INVALID",
        "rds, InvalidParameterValue, 400, INVALID",
        "ecs, InvalidParameterException, 400, INVALID",
        "application-autoscaling, ValidationException, 400, INVALID",
        "cloudwatch, ValidationError, 400, INVALID",
        "ecs, ClientException, 400, INVALID",
        "ecs, UnsupportedFeatureException, 400, INVALID",
        "ecs, PlatformTaskDefinitionIncompatibilityException, 400, INVALID",
        "ecs, SomethingNewException, 400, INVALID",
        "rds, InsufficientDBInstanceCapacity, 400, TRANSIENT",
        "ecs, InvalidNextToken, 400, TRANSIENT",
    })
    void aCodeMeansTheSameForReadsAndWrites(String api, String code, int status, Fault.Kind kind) {
        // Given
        AwsServiceException failure = answered(status, code, "no matter what");
        // When
        Fault read = Faults.ofRead(api + ":Ask", failure);
        Fault write = Faults.ofWrite(api + ":Ask", failure);
        // Then
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(write).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "ServerException, 500",
        "InternalFailure, 500",
        "InternalServiceException, 500",
        "ServiceUnavailable, 503",
        "SomethingNew, 502",
    })
    void aFailureInsideAwsLeavesOpenWhetherAWriteHappened(String code, int status) {
        // Given
        AwsServiceException failure = answered(status, code, "oops");
        // When
        Fault read = Faults.ofRead("ecs:DescribeServices", failure);
        Fault write = Faults.ofWrite("ecs:UpdateService", failure);
        // Then
        assertThat(read.kind()).isEqualTo(Fault.Kind.TRANSIENT);
        assertThat(write.kind()).isEqualTo(Fault.Kind.UNKNOWN_OUTCOME);
    }

    @ParameterizedTest
    @CsvSource({
        "ecs, ClientException, Unable to assume the service linked role. Please verify, PROPAGATION",
        "ecs, InvalidParameterException, 'ECS was unable to assume the role', PROPAGATION",
        "ecs, InvalidParameterException, 'Please verify that the ECS service role being passed', PROPAGATION",
        "ecs, InvalidParameterException, 'The target group arn:x does not have an associated load balancer.', PROPAGATION",
        "ecs, InvalidParameterException, 'Unable to Start a service that is still Draining.', BUSY",
        "ecs, InvalidParameterException, 'Creation of service was not idempotent.', EXISTS",
        "ecs, ClientException, Unable to describe task definition., NOT_FOUND",
        "rds, InvalidParameterValue, 'IAM role ARN value is invalid or does not include the required permissions', PROPAGATION",
        "rds, InvalidParameterCombination, 'the previous storage change is being optimized', BUSY",
        "rds, InvalidParameterCombination, 'No modifications were requested', BUSY",
        "elasticache, InvalidParameterCombination, 'No modifications were requested', BUSY",
    })
    void aSentenceTellsApartWhatOneCodeStandsFor(String api, String code, String message, Fault.Kind kind) {
        // Given
        AwsServiceException failure = answered(400, code, message);
        // When
        Fault fault = Faults.ofWrite(api + ":Ask", failure);
        // Then
        assertThat(fault.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aSentenceOfOneApiMeansNothingInAnother(Sentences.Row row) {
        // Given
        AwsServiceException failure = answered(400, row.code(), row.part());
        // When
        Fault fault = Faults.ofWrite("another:Ask", failure);
        // Then
        assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
    }

    static List<Sentences.Row> rows() {
        return Sentences.ROWS;
    }

    @Test
    void aLostAnswerLeavesOpenWhetherAWriteHappened() {
        // Given
        List<Throwable> failures = List.of(
                SdkClientException.create(
                        "Unable to execute HTTP request", new SocketTimeoutException("Read timed out")),
                ApiCallTimeoutException.create(60_000),
                SdkClientException.create("Unable to unmarshall response (unexpected character)"),
                new BrokenPromise("service.serviceArn"),
                answered(500, null, "<html>bad gateway</html>"),
                answered(404, "", "not here"));
        // When
        List<Fault.Kind> reads =
                failures.stream().map(it -> Faults.ofRead("ecs:Ask", it).kind()).toList();
        List<Fault.Kind> writes = failures.stream()
                .map(it -> Faults.ofWrite("ecs:Ask", it).kind())
                .toList();
        // Then
        assertThat(reads).containsOnly(Fault.Kind.TRANSIENT);
        assertThat(writes).containsOnly(Fault.Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void whatNeverLeftThisHostHasNotHappened() {
        // Given
        List<Throwable> failures = List.of(
                SdkClientException.create("Unable to execute HTTP request", new ConnectException("refused")),
                SdkClientException.create("Unable to execute HTTP request", new UnknownHostException("ecs.local")));
        // When
        List<Fault.Kind> writes = failures.stream()
                .map(it -> Faults.ofWrite("ecs:Ask", it).kind())
                .toList();
        // Then
        assertThat(writes).containsOnly(Fault.Kind.TRANSIENT);
    }

    @Test
    void aDeniedCallNamesTheMissingAction() {
        // Given
        String message = "User: arn:aws:sts::123456789012:assumed-role/holdfast/x is not authorized to perform:"
                + " ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/prod/api";
        // When
        Fault fault = Faults.ofWrite("ecs:UpdateService", answered(400, "AccessDeniedException", message));
        // Then
        assertThat(fault.operation()).isEqualTo("ecs:UpdateService");
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.needsPerson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 validation error detected: Value 'hunter2' at 'masterUserPassword' failed to satisfy constraint",
                "Invalid value: \"hunter2\".",
                "password=hunter2 is too short",
                "Authorization=hunter2",
                "AuthToken: hunter2",
                "The security Token: hunter2 is wrong",
            })
    void aMessageNeverKeepsAValueThatMayBeSecret(String message) {
        // Given
        AwsServiceException failure = answered(400, "InvalidParameterValue", message);
        // When
        Fault fault = Faults.ofWrite("rds:ModifyDBInstance", failure);
        // Then
        assertThat(fault.toString()).doesNotContain("hunter2");
    }

    @Test
    void aMessageIsOneShortLineWithoutTerminalEscapes() {
        // Given
        String message = "first\nsecond\u001b[31m" + "x".repeat(10_000);
        // When
        Fault fault = Faults.ofRead("ecs:Ask", answered(400, "ClientException", message));
        // Then
        assertThat(fault.message())
                .hasSizeLessThan(420)
                .startsWith("first second")
                .doesNotContain("\u001b", "\n");
    }

    private static AwsServiceException answered(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
