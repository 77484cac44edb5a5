package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** Task definitions as AWS-SEMANTICS, section 2, has them. */
class TaskDefinitionTest {

    private final Shop shop = new Shop();

    @Test
    void registeringTwiceMakesTwoRevisions() {
        // Given
        shop.register("shop:1.0");

        // When
        var second = shop.register("shop:1.0");

        // Then
        assertThat(second).endsWith("task-definition/shop:2");
    }

    @Test
    void theCounterNeverGoesBack() {
        // Given
        var first = shop.register("shop:1.0");
        shop.ecs.deregisterTaskDefinition(request -> request.taskDefinition(first));
        shop.ecs.deleteTaskDefinitions(request -> request.taskDefinitions(first));
        shop.sandbox.advance(Duration.ofHours(2));

        // When
        var next = shop.register("shop:1.0");

        // Then
        assertThat(next).endsWith("shop:2");
        assertThatThrownBy(() -> shop.ecs.describeTaskDefinition(request -> request.taskDefinition(first)))
                .isInstanceOf(ClientException.class);
    }

    @Test
    void defaultsAreEchoed() {
        // Given
        var arn = shop.register("shop:1.0");

        // When
        var definition = shop.ecs
                .describeTaskDefinition(request -> request.taskDefinition(arn))
                .taskDefinition();

        // Then
        var container = definition.containerDefinitions().get(0);
        assertThat(container.cpu()).isZero();
        assertThat(container.essential()).isTrue();
        assertThat(container.portMappings().get(0).hostPort()).isEqualTo(8080);
        assertThat(container.portMappings().get(0).protocolAsString()).isEqualTo("tcp");
        assertThat(List.of(
                        container.hasEnvironment(),
                        container.hasMountPoints(),
                        container.hasVolumesFrom(),
                        container.hasSystemControls()))
                .containsOnly(true);
        assertThat(definition.enableFaultInjection()).isFalse();
        assertThat(definition.runtimePlatform()).isNull();
        assertThat(definition.compatibilitiesAsStrings()).containsExactly("EC2", "FARGATE");
    }

    @Test
    void environmentComesBackInAnotherOrderWithNothingLost() {
        // Given
        var variables = List.of("A_URL", "B_URL", "C_MODE").stream()
                .map(name -> KeyValuePair.builder().name(name).value("v").build())
                .toList();
        var container = Shop.container("shop:1.0").environment(variables).build();

        // When
        var echoed = shop.ecs
                .registerTaskDefinition(Shop.definition("shop:1.0")
                        .containerDefinitions(container)
                        .build())
                .taskDefinition()
                .containerDefinitions()
                .get(0)
                .environment();

        // Then
        assertThat(echoed).containsExactlyInAnyOrderElementsOf(variables).isNotEqualTo(variables);
    }

    @ParameterizedTest
    @CsvSource({"1 vCPU, 2 GB, 1024, 2048", "0.5vcpu, 1GB, 512, 1024", "256, 512, 256, 512"})
    void sizesAreEchoedInUnits(String cpu, String memory, String units, String mib) {
        // Given
        var request = Shop.definition("shop:1.0").cpu(cpu).memory(memory).build();

        // When
        var definition = shop.ecs.registerTaskDefinition(request).taskDefinition();

        // Then
        assertThat(List.of(definition.cpu(), definition.memory())).containsExactly(units, mib);
    }

    @Test
    void aBareRoleNameComesBackAsAnArn() {
        // Given
        var request = Shop.definition("shop:1.0").taskRoleArn("app/shop").build();

        // When
        var definition = shop.ecs.registerTaskDefinition(request).taskDefinition();

        // Then
        assertThat(definition.taskRoleArn()).isEqualTo("arn:aws:iam::123456789012:role/app/shop");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatFargateCannotRunIsRefused(UnaryOperator<RegisterTaskDefinitionRequest.Builder> mistake) {
        // Given
        var request = mistake.apply(Shop.definition("shop:1.0")).build();

        // When
        var registering = assertThatThrownBy(() -> shop.ecs.registerTaskDefinition(request));

        // Then
        registering.isInstanceOf(ClientException.class);
        assertThat(shop.ecs.listTaskDefinitions().taskDefinitionArns()).isEmpty();
    }

    static List<UnaryOperator<RegisterTaskDefinitionRequest.Builder>> refused() {
        var web = Shop.container("shop:1.0");
        return List.of(
                request -> request.memory("4096"),
                request -> request.cpu("300"),
                request -> request.cpu("many"),
                request -> request.networkMode("bridge"),
                request -> request.memory(null),
                request -> request.family("no spaces"),
                request -> request.containerDefinitions(List.of()),
                request -> request.containerDefinitions(web.build(), web.build()),
                request -> request.containerDefinitions(web.copy().name("").build()),
                request -> request.containerDefinitions(web.copy().image("").build()),
                request ->
                        request.containerDefinitions(web.copy().essential(false).build()),
                request -> request.containerDefinitions(web.copy()
                        .logConfiguration(log -> log.logDriver("awslogs"))
                        .build()));
    }

    @Test
    void aFamilyMeansItsNewestActiveRevision() {
        // Given
        shop.register("shop:1.0");
        shop.register("shop:2.0");
        var third = shop.register("shop:3.0");
        shop.ecs.deregisterTaskDefinition(request -> request.taskDefinition(third));

        // When
        var newest = shop.ecs.describeTaskDefinition(request -> request.taskDefinition("shop"));
        var inactive = shop.ecs.describeTaskDefinition(request -> request.taskDefinition("shop:3"));

        // Then
        assertThat(newest.taskDefinition().revision()).isEqualTo(2);
        assertThat(inactive.taskDefinition().statusAsString()).isEqualTo("INACTIVE");
        assertThat(inactive.taskDefinition().deregisteredAt()).isNotNull();
    }

    @Test
    void aPrefixMatchesTheWholeFamilyOnly() {
        // Given
        shop.register("shop:1.0");
        shop.register("shop:2.0");
        shop.ecs.registerTaskDefinition(
                Shop.definition("x:1").family("shop-worker").build());

        // When
        var arns = shop.ecs
                .listTaskDefinitions(request -> request.familyPrefix("shop").sort(SortOrder.DESC))
                .taskDefinitionArns();

        // Then
        assertThat(arns).hasSize(2);
        assertThat(arns.get(0)).endsWith("shop:2");
    }

    @Test
    void anActiveRevisionCannotBeDeleted() {
        // Given
        var arn = shop.register("shop:1.0");

        // When
        var answer = shop.ecs.deleteTaskDefinitions(request -> request.taskDefinitions(arn));

        // Then
        assertThat(answer.failures()).extracting("arn").containsExactly(arn);
        assertThat(answer.taskDefinitions()).isEmpty();
    }

    @Test
    void tagsAreOutsideTheRevision() {
        // Given
        var arn = shop.register("shop:1.0");

        // When
        shop.ecs.tagResource(request -> request.resourceArn(arn).tags(Shop.tag("hash", "1")));

        // Then
        var bare = shop.ecs.describeTaskDefinition(request -> request.taskDefinition(arn));
        var tagged = shop.ecs.describeTaskDefinition(
                request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS));
        assertThat(bare.tags()).isEmpty();
        assertThat(tagged.tags()).extracting("key").containsExactly("hash");
    }
}
