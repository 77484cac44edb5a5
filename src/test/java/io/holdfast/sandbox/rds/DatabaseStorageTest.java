package io.holdfast.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.RdsException;

class DatabaseStorageTest {

    @Test
    void aVolumeIsOptimizedForHoursAfterItHasGrown() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.allocatedStorage(200));
        scene.advance(Duration.ofMinutes(10));
        var grown = scene.instance();
        scene.advance(RdsTimes.STORAGE_OPTIMIZATION);

        // Then
        assertThat(grown.dbInstanceStatus()).isEqualTo("storage-optimization");
        assertThat(grown.allocatedStorage()).isEqualTo(200);
        assertThat(scene.status()).isEqualTo("available");
    }

    @Test
    void growthByLessThanATenthIsRoundedUp() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.allocatedStorage(105));

        // When
        scene.modifyNow(request -> request.allocatedStorage(106));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().allocatedStorage()).isEqualTo(116);
    }

    @Test
    void noSecondStorageChangeWithinSixHours() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modifyNow(request -> request.allocatedStorage(200));
        scene.advance(Duration.ofHours(5));

        // When
        var refusal = catchThrowableOfType(
                RdsException.class, () -> scene.modifyNow(request -> request.allocatedStorage(300)));
        scene.advance(Duration.ofMinutes(70));
        scene.modifyNow(request -> request.allocatedStorage(300));
        scene.advance(Duration.ofMinutes(10));

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterCombination");
        assertThat(refusal.awsErrorDetails().errorMessage()).contains("previous storage change is being optimized");
        assertThat(scene.instance().allocatedStorage()).isEqualTo(300);
    }

    @Test
    void otherChangesPassWhileAVolumeIsOptimized() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modifyNow(request -> request.allocatedStorage(200));
        scene.advance(Duration.ofMinutes(10));

        // When
        scene.modifyNow(request -> request.backupRetentionPeriod(7));
        scene.advance(Duration.ofMinutes(10));

        // Then
        assertThat(scene.instance().backupRetentionPeriod()).isEqualTo(7);
        assertThat(scene.status()).isEqualTo("storage-optimization");
    }

    @Test
    void aFullVolumeTakesMoreStorageAndNothingElse() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.backstage.enter(RdsScene.ID, "storage-full");

        // When
        var refusal = catchThrowableOfType(
                RdsException.class, () -> scene.modifyNow(request -> request.backupRetentionPeriod(7)));
        scene.modifyNow(request -> request.allocatedStorage(200));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidDBInstanceState");
        assertThat(scene.instance().allocatedStorage()).isEqualTo(200);
    }

    @Test
    void aLargeGp3VolumeIsStripedAndCanBeGivenMore() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.allocatedStorage(500).iops(20_000));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().iops()).isEqualTo(20_000);
        assertThat(scene.instance().storageThroughput()).isEqualTo(500);
    }

    @Test
    void provisionedIopsComeAlongWithAnotherSize() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.storageType("io2").iops(1000));

        // When
        var refusal = catchThrowableOfType(
                RdsException.class, () -> scene.modifyNow(request -> request.allocatedStorage(200)));
        scene.modifyNow(request -> request.allocatedStorage(200).iops(1000));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterCombination");
        assertThat(scene.instance().allocatedStorage()).isEqualTo(200);
    }

    @Test
    void aMaximumEqualToTheSizeSwitchesAutoscalingOff() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.maxAllocatedStorage(500));

        // When
        scene.modify(request -> request.maxAllocatedStorage(100));

        // Then
        assertThat(scene.instance().maxAllocatedStorage()).isNull();
    }

    @Test
    void autoscalingGrowsAVolumeByATenthUpToItsMaximum() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.maxAllocatedStorage(105));

        // When
        scene.backstage.growStorage(RdsScene.ID);
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().allocatedStorage()).isEqualTo(105);
    }

    @Test
    void theValidModificationsOfferNoSmallerVolume() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.allocatedStorage(300));

        // When
        var options = scene.rds
                .describeValidDBInstanceModifications(query -> query.dbInstanceIdentifier(RdsScene.ID))
                .validDBInstanceModificationsMessage();

        // Then
        assertThat(options.storage())
                .filteredOn(option -> option.storageType().equals("io2"))
                .singleElement()
                .satisfies(io2 -> {
                    assertThat(io2.storageSize().get(0).from()).isEqualTo(300);
                    assertThat(io2.iopsToStorageRatio().get(0).to()).isEqualTo(1000.0);
                });
    }
}
