package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Filter;

/** Questions to Amazon RDS. */
public final class DatabaseLoaders {
    /** Amazon RDS API Reference, DescribeDBInstances: 20 to 100 records a page. */
    private static final int INSTANCES_PER_CALL = 100;

    /** Amazon RDS API Reference, DescribeDBInstances: the filter takes identifiers and answers with those that exist. */
    private static final String BY_IDENTIFIER = "db-instance-id";

    private final RdsClient rds;
    private final Loader<String, DBInstance> instances;

    public DatabaseLoaders(RdsClient rds, Gathering gathering) {
        this.rds = rds;
        this.instances =
                new Loader<>(gathering, "rds:DescribeDBInstances", Batches.of(INSTANCES_PER_CALL), this::describe);
    }

    /** Instances by identifier, in lower case as RDS stores it; their tags are in {@code tagList}. */
    public Loader<String, DBInstance> instances() {
        return instances;
    }

    /** All instances of the account and region; throws what the call throws. */
    public List<DBInstance> all() {
        return pages(List.of());
    }

    private List<DBInstance> pages(List<Filter> filters) {
        return Pages.all(
                marker -> rds.describeDBInstances(request ->
                        request.filters(filters).maxRecords(INSTANCES_PER_CALL).marker(marker)),
                DescribeDbInstancesResponse::hasDbInstances,
                DescribeDbInstancesResponse::dbInstances,
                DescribeDbInstancesResponse::marker);
    }

    private Map<String, Answer<DBInstance>> describe(List<String> identifiers) {
        Filter among = Filter.builder().name(BY_IDENTIFIER).values(identifiers).build();
        Map<String, Answer<DBInstance>> answers = new HashMap<>();
        pages(List.of(among))
                .forEach(instance -> answers.put(
                        unless(instance.dbInstanceIdentifier(), "DBInstances[].DBInstanceIdentifier"),
                        Answer.found(instance)));
        return answers;
    }
}
