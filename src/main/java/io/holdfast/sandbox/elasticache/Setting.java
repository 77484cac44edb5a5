package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.datastore.Form.FLAG;
import static io.holdfast.sandbox.datastore.Form.NAME;
import static io.holdfast.sandbox.datastore.Form.NUMBER;
import static io.holdfast.sandbox.datastore.Form.TEXT;
import static io.holdfast.sandbox.datastore.Form.TEXTS;

import io.holdfast.sandbox.datastore.Form;

/** Everything that can be set on a replication group: its name in each call, and the work a change of it takes. */
enum Setting {
    DESCRIPTION("ReplicationGroupDescription", TEXT, Work.BOOKKEEPING),
    AUTO_MINOR_UPGRADE("AutoMinorVersionUpgrade", FLAG, Work.BOOKKEEPING),
    SNAPSHOT_RETENTION("SnapshotRetentionLimit", NUMBER, Work.BOOKKEEPING),
    SNAPSHOT_WINDOW("SnapshotWindow", NAME, Work.BOOKKEEPING),
    MAINTENANCE_WINDOW("PreferredMaintenanceWindow", NAME, Work.BOOKKEEPING),

    ENGINE("Engine", NAME, Work.UPGRADE),
    ENGINE_VERSION("EngineVersion", TEXT, Work.UPGRADE),
    NODE_TYPE("CacheNodeType", TEXT, Work.NODE_TYPE),
    AUTOMATIC_FAILOVER("AutomaticFailoverEnabled", FLAG, Work.FAILOVER),
    MULTI_AZ("MultiAZEnabled", FLAG, Work.FAILOVER),
    CLUSTER_MODE("ClusterMode", NAME, Work.CLUSTER_MODE),
    TRANSIT_ENCRYPTION("TransitEncryptionEnabled", FLAG, Work.ENCRYPTION),
    TRANSIT_MODE("TransitEncryptionMode", NAME, Work.ENCRYPTION),

    SECURITY_GROUPS("SecurityGroupIds", TEXTS, Work.SMALL),
    PARAMETER_GROUP("CacheParameterGroupName", NAME, Work.SMALL),
    TOPIC("NotificationTopicArn", TEXT, Work.SMALL),
    TOPIC_STATUS("", "NotificationTopicStatus", NAME, Work.SMALL),
    AUTH_TOKEN("AuthToken", TEXT, Work.SMALL),
    IP_DISCOVERY("IpDiscovery", NAME, Work.SMALL),

    // fixed at the creation
    SUBNET_GROUP("CacheSubnetGroupName", "", NAME, Work.BOOKKEEPING),
    PORT("Port", "", NUMBER, Work.BOOKKEEPING),
    AT_REST_ENCRYPTION("AtRestEncryptionEnabled", "", FLAG, Work.BOOKKEEPING),
    KMS_KEY("KmsKeyId", "", TEXT, Work.BOOKKEEPING),
    NETWORK_TYPE("NetworkType", "", NAME, Work.BOOKKEEPING),
    DATA_TIERING("DataTieringEnabled", "", FLAG, Work.BOOKKEEPING);

    private final String createName;
    private final String modifyName;
    private final Form form;
    private final Work work;

    Setting(String createName, String modifyName, Form form, Work work) {
        this.createName = createName;
        this.modifyName = modifyName;
        this.form = form;
        this.work = work;
    }

    Setting(String name, Form form, Work work) {
        this(name, name, form, work);
    }

    /** The member of {@code CreateReplicationGroup}; empty where the call lacks it. */
    String createName() {
        return createName;
    }

    /** The member of {@code ModifyReplicationGroup}; empty where the call lacks it. */
    String modifyName() {
        return modifyName;
    }

    Form form() {
        return form;
    }

    Work work() {
        return work;
    }
}
