package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.sts.StsClient;

/** The real SDK over a real socket. */
class LoopbackServerTest {

    private final TestSandbox sandbox = new TestSandbox();
    private final LoopbackServer server = LoopbackServer.start(sandbox.sandbox(), 0);
    private final EcsClient ecs =
            TestSandbox.client(EcsClient.builder(), "test", UrlConnectionHttpClient.create(), server.endpoint());

    @AfterEach
    void stop() {
        ecs.close();
        server.close();
    }

    @Test
    void jsonAndQueryServicesAnswerOverTheSocket() {
        // Given
        var sts = TestSandbox.client(
                StsClient.builder(), "210987654321", UrlConnectionHttpClient.create(), server.endpoint());

        // When
        var cluster = ecs.createCluster(request -> request.clusterName("main")).cluster();
        var caller = sts.getCallerIdentity();

        // Then
        assertThat(cluster.clusterArn()).isEqualTo("arn:aws:ecs:eu-central-1:123456789012:cluster/main");
        assertThat(caller.account()).isEqualTo("210987654321");
    }

    @Test
    void aLostReplyIsAnIoErrorAtTheClientAndTheEffectStays() {
        // Given
        sandbox.sandbox().faults().inject(Fault.loseReply(), Api.of("ecs", "CreateCluster"), Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> ecs.createCluster(request -> request.clusterName("main")));

        // Then
        creating.isInstanceOf(SdkClientException.class).hasRootCauseInstanceOf(IOException.class);
        assertThat(ecs.listClusters().clusterArns()).hasSize(1);
    }

    @Test
    void aLateAnswerTimesOutAnImpatientClient() {
        // Given
        var impatient = TestSandbox.client(
                EcsClient.builder(),
                "test",
                UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofMillis(100))
                        .build(),
                server.endpoint());
        sandbox.sandbox().faults().inject(Fault.answerLate(Duration.ofSeconds(30)), Api.any(), Selector.first(1));

        // When
        var creating = assertThatThrownBy(() -> impatient.createCluster(request -> request.clusterName("main")));

        // Then
        creating.isInstanceOf(SdkClientException.class);
        assertThat(impatient.listClusters().clusterArns()).hasSize(1);
    }

    @Test
    void aGapIsToldApartFromAFailure() {
        // Given
        var operation = "CreateCapacityProvider";

        // When
        var calling = assertThatThrownBy(() -> ecs.createCapacityProvider(request -> request.name("mine")));

        // Then
        calling.isInstanceOfSatisfying(
                        EcsException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(501))
                .hasMessageContaining(operation);
    }

    @Test
    void aPortInUseIsSaidPlainly() {
        // Given
        var port = server.endpoint().getPort();

        // When
        var starting = assertThatThrownBy(() -> LoopbackServer.start(sandbox.sandbox(), port));

        // Then
        starting.isInstanceOf(UncheckedIOException.class).hasMessageContaining("port " + port);
    }

    @Test
    void afterCloseNobodyListens() {
        // Given
        var port = server.endpoint().getPort();
        server.close();

        // When
        var connecting = assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());

        // Then
        connecting.isInstanceOf(IOException.class);
    }
}
