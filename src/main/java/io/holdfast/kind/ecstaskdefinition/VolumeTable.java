package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.kind.ecstaskdefinition.ContainerTable.rollout;
import static io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionKind.REGISTER;
import static io.holdfast.model.Impact.ROLLOUT;

import io.holdfast.kind.ecstaskdefinition.Volume.Docker;
import io.holdfast.kind.ecstaskdefinition.Volume.Efs;
import io.holdfast.kind.ecstaskdefinition.Volume.EfsAuthorization;
import io.holdfast.kind.ecstaskdefinition.Volume.Fsx;
import io.holdfast.kind.ecstaskdefinition.Volume.FsxAuthorization;
import io.holdfast.kind.ecstaskdefinition.Volume.Host;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import java.util.Optional;

/** What we manage of a volume. */
final class VolumeTable {
    private VolumeTable() {}

    static FieldTable<Volume> fields() {
        return FieldTable.<Volume>changedBy(REGISTER)
                .group("host", Volume::host, host())
                .row(rollout("configuredAtLaunch", Volume::configuredAtLaunch, Rules.or(false)))
                .group("efsVolumeConfiguration", Volume::efsVolumeConfiguration, efs())
                .group("dockerVolumeConfiguration", Volume::dockerVolumeConfiguration, docker())
                .group(
                        "fsxWindowsFileServerVolumeConfiguration",
                        Volume::fsxWindowsFileServerVolumeConfiguration,
                        fsx())
                .build();
    }

    private static FieldTable<Host> host() {
        return FieldTable.<Host>changedBy(REGISTER)
                .row(rollout("sourcePath", Host::sourcePath, Rules.orEmpty()))
                .build();
    }

    private static FieldTable<Efs> efs() {
        return FieldTable.<Efs>changedBy(REGISTER)
                .row(Field.required("fileSystemId", Efs::fileSystemId, ROLLOUT))
                .row(rollout("rootDirectory", Efs::rootDirectory, Rules.or("/")))
                .row(rollout("transitEncryption", Efs::transitEncryption, Rules.or("DISABLED")))
                .row(rollout("transitEncryptionPort", Efs::transitEncryptionPort, Rules.exact()))
                .group("authorizationConfig", Efs::authorizationConfig, efsAuthorization())
                .build();
    }

    private static FieldTable<EfsAuthorization> efsAuthorization() {
        return FieldTable.<EfsAuthorization>changedBy(REGISTER)
                .row(rollout("accessPointId", EfsAuthorization::accessPointId, Rules.exact()))
                .row(rollout("iam", EfsAuthorization::iam, Rules.or("DISABLED")))
                .build();
    }

    private static FieldTable<Docker> docker() {
        return FieldTable.<Docker>changedBy(REGISTER)
                .row(rollout("scope", Docker::scope, Rules.exact()))
                .row(rollout("autoprovision", Docker::autoprovision, Rules.or(false)))
                .row(rollout("driver", Docker::driver, Rules.exact()))
                .entries("driverOpts", Docker::driverOpts, ROLLOUT)
                .entries("labels", Docker::labels, ROLLOUT)
                .build();
    }

    private static FieldTable<Fsx> fsx() {
        return FieldTable.<Fsx>changedBy(REGISTER)
                .row(Field.required("fileSystemId", Fsx::fileSystemId, ROLLOUT))
                .row(Field.required("rootDirectory", Fsx::rootDirectory, ROLLOUT))
                .group("authorizationConfig", it -> Optional.of(it.authorizationConfig()), fsxAuthorization())
                .build();
    }

    private static FieldTable<FsxAuthorization> fsxAuthorization() {
        return FieldTable.<FsxAuthorization>changedBy(REGISTER)
                .row(Field.required("credentialsParameter", FsxAuthorization::credentialsParameter, ROLLOUT))
                .row(Field.required("domain", FsxAuthorization::domain, ROLLOUT))
                .build();
    }
}
