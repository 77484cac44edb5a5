package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentLifecycleHook;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.rds.model.DBInstance;

class ShapesTest {
    record Container(String name, Optional<Integer> cpu, Optional<List<Variable>> environment) {}

    record Variable(String name, String value) {}

    record Definition(
            String family,
            Optional<Integer> cpu,
            Optional<String> memory,
            List<Container> containerDefinitions,
            Optional<Platform> runtimePlatform) {}

    record Platform(Optional<String> cpuArchitecture) {}

    @ParameterizedTest
    @CsvSource({
        "desiredCount, desiredCount",
        "DesiredCount, desiredCount",
        "DBInstanceIdentifier, dbInstanceIdentifier",
        "MultiAZ, multiAZ",
        "CACertificateIdentifier, caCertificateIdentifier",
        "IAMDatabaseAuthenticationEnabled, iamDatabaseAuthenticationEnabled",
        "ARN, arn",
        "Iops, iops",
        "sizeInGiB, sizeInGiB",
    })
    void aMemberIsNamedAsInAwsWithItsFirstWordInLowerCase(String aws, String ours) {
        // Given
        String name = aws;
        // When
        String member = Names.member(name);
        // Then
        assertThat(member).isEqualTo(ours);
    }

    @Test
    void everyFieldOfAContainerSurvivesTheWayThereAndBack() throws Exception {
        // Given
        Map<String, Object> declared = resource("task-definition.json");
        // When
        RegisterTaskDefinitionRequest request =
                Shapes.fill(RegisterTaskDefinitionRequest.builder(), declared).build();
        Map<String, Object> sent = Shapes.tree(request);
        // Then
        assertThat(sent).isEqualTo(declared);
    }

    @Test
    void theCorpusLeavesNoFieldOfAContainerOrATaskOut() throws Exception {
        // Given
        Map<String, Object> declared = resource("task-definition.json");
        Map<?, ?> container = (Map<?, ?>) ((List<?>) declared.get("containerDefinitions")).get(0);
        // When
        List<String> members = names(ContainerDefinition.builder().build());
        List<String> taskMembers = names(RegisterTaskDefinitionRequest.builder().build());
        // Then
        assertThat(container.keySet()).map(String::valueOf).containsAll(members);
        assertThat(declared.keySet()).containsAll(taskMembers);
    }

    @Test
    void whatAwsLeftOutIsLeftOutAndWhatItSentEmptyIsEmpty() {
        // Given
        ContainerDefinition container =
                ContainerDefinition.builder().name("app").mountPoints(List.of()).build();
        // When
        Map<String, Object> tree = Shapes.tree(container);
        // Then
        assertThat(tree).isEqualTo(Map.of("name", "app", "mountPoints", List.of()));
    }

    @Test
    void anEnumValueNewerThanTheSdkKeepsItsText() {
        // Given
        Service service = Service.builder().launchType("MOON_BASE").build();
        assertThat(service.launchType()).isEqualTo(LaunchType.UNKNOWN_TO_SDK_VERSION);
        // When
        Map<String, Object> tree = Shapes.tree(service);
        // Then
        assertThat(tree).containsEntry("launchType", "MOON_BASE");
    }

    @Test
    void anAnswerBecomesAStateRecord() {
        // Given
        TaskDefinition definition = TaskDefinition.builder()
                .family("api")
                .revision(7)
                .cpu("1024")
                .memory("2048")
                .containerDefinitions(ContainerDefinition.builder()
                        .name("app")
                        .cpu(0)
                        .environment(KeyValuePair.builder().name("A").value("1").build())
                        .build())
                .build();
        // When
        Definition state = Shapes.read(definition, Definition.class);
        // Then
        assertThat(state)
                .isEqualTo(new Definition(
                        "api",
                        Optional.of(1024),
                        Optional.of("2048"),
                        List.of(new Container("app", Optional.of(0), Optional.of(List.of(new Variable("A", "1"))))),
                        Optional.empty()));
    }

    @Test
    void aStateRecordBecomesARequest() {
        // Given
        Definition state = new Definition(
                "api",
                Optional.of(1024),
                Optional.empty(),
                List.of(new Container("app", Optional.empty(), Optional.of(List.of()))),
                Optional.of(new Platform(Optional.of("ARM64"))));
        // When
        RegisterTaskDefinitionRequest request =
                Shapes.fill(RegisterTaskDefinitionRequest.builder(), state).build();
        // Then
        assertThat(request.cpu()).isEqualTo("1024");
        assertThat(request.memory()).isNull();
        assertThat(request.runtimePlatform().cpuArchitectureAsString()).isEqualTo("ARM64");
        assertThat(request.containerDefinitions().get(0).hasEnvironment()).isTrue();
        assertThat(request.containerDefinitions().get(0).hasSecrets()).isFalse();
    }

    @Test
    void aSettingTheSdkDoesNotKnowIsNeverSilentlyLeftUnsent() {
        // Given
        Map<String, Object> tree = Map.of("desiredCount", 3, "desiredCuont", 4);
        // When
        assertThatThrownBy(() -> Shapes.fill(Service.builder(), tree))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("desiredCuont");
    }

    @Test
    void aMissingMandatoryMemberIsABrokenPromise() {
        // Given
        TaskDefinition emptied = TaskDefinition.builder().revision(7).build();
        // When
        assertThatThrownBy(() -> Shapes.read(emptied, Definition.class))
                // Then
                .isInstanceOf(BrokenPromise.class)
                .hasMessageContaining("family");
    }

    @Test
    void freeFormJsonKeepsItsShape() {
        // Given
        Map<String, Object> details = Map.of("list", List.of("a", true), "number", new BigDecimal("1.5"));
        Map<String, Object> tree = Map.of("hookDetails", details);
        // When
        DeploymentLifecycleHook hook =
                Shapes.fill(DeploymentLifecycleHook.builder(), tree).build();
        // Then
        assertThat(hook.hookDetails().asMap().get("number")).isEqualTo(Document.fromNumber("1.5"));
        assertThat(Shapes.tree(hook)).isEqualTo(tree);
    }

    @Test
    void numbersAreConvertedWithoutLossOrNotAtAll() {
        // Given
        Map<String, Object> fine = Map.of("maximumPercent", new BigDecimal("200.0"));
        Map<String, Object> lossy = Map.of("maximumPercent", new BigDecimal("200.5"));
        // When
        DeploymentConfiguration built =
                Shapes.fill(DeploymentConfiguration.builder(), fine).build();
        // Then
        assertThat(built.maximumPercent()).isEqualTo(200);
        assertThatThrownBy(() -> Shapes.fill(DeploymentConfiguration.builder(), lossy))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void membersOfQueryApisAreNamedLikeThoseOfJsonApis() {
        // Given
        DBInstance instance = DBInstance.builder()
                .dbInstanceIdentifier("main")
                .multiAZ(true)
                .iamDatabaseAuthenticationEnabled(false)
                .build();
        // When
        Map<String, Object> tree = Shapes.tree(instance);
        // Then
        assertThat(tree)
                .isEqualTo(Map.of(
                        "dbInstanceIdentifier", "main",
                        "multiAZ", true,
                        "iamDatabaseAuthenticationEnabled", false));
    }

    @Test
    void theTreeOfAnAnswerMayBeAdaptedBeforeItIsRead() {
        // Given
        Map<String, Object> tree =
                Shapes.tree(Cluster.builder().clusterName("main").build());
        // When
        tree.put("family", tree.remove("clusterName"));
        // Then
        assertThat(StateRecords.read(tree, Definition.class).family()).isEqualTo("main");
    }

    private static List<String> names(software.amazon.awssdk.core.SdkPojo pojo) {
        return pojo.sdkFields().stream()
                .map(field -> Names.member(field.memberName()))
                .toList();
    }

    private static Map<String, Object> resource(String name) throws Exception {
        try (var stream = ShapesTest.class.getResourceAsStream(name)) {
            return new ObjectMapper()
                    .readValue(stream, new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {});
        }
    }
}
