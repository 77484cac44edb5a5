package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.CallLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many calls a steady pass costs. The least AWS allows (AWS-SEMANTICS 0.7), for N environments of one account with a
 * cluster, three autoscaled services, a database and a cache of three nodes each: DescribeClusters by 100, DescribeServices
 * once a cluster, DescribeScalableTargets by 50, DescribeDBInstances, DescribeReplicationGroups and DescribeCacheClusters
 * by 100. Task definitions are cached, tags are not read on every pass.
 */
class CallBudgetTest {
    private static final double SLACK = 1.2;

    @TempDir
    Path folder;

    private static int least(int n) {
        return pages(n, 100) + n + pages(3 * n, 50) + pages(n, 100) + pages(n, 100) + pages(3 * n, 100);
    }

    private static int pages(int things, int perPage) {
        return (things + perPage - 1) / perPage;
    }

    @Test
    void oneEnvironmentCostsTheLeastThereIs() throws Exception {
        assertThat(callsOfASteadyPass(1)).isLessThanOrEqualTo((long) (SLACK * least(1)));
    }

    @Test
    void twentyEnvironmentsShareTheirCalls() throws Exception {
        assertThat(callsOfASteadyPass(20)).isLessThanOrEqualTo((long) (SLACK * least(20)));
    }

    private long callsOfASteadyPass(int n) throws Exception {
        Estate estate = new Estate(folder);
        IntStream.range(0, n).forEach(i -> estate.declare("env" + i + ".yaml", Samples.small("env" + i)));
        settle(estate, n);
        estate.sandbox().log().clear();

        passes(estate, n);

        List<CallLog.Entry> calls = estate.sandbox().log().entries();
        Map<String, Integer> byOperation = new TreeMap<>();
        calls.forEach(it -> byOperation.merge(it.operation(), 1, Integer::sum));
        System.out.printf("calls of a steady pass, N=%d: %d, least %d %s%n", n, calls.size(), least(n), byOperation);
        assertThat(calls).allMatch(CallLog.Entry::read);
        return calls.size();
    }

    private static void settle(Estate estate, int n) throws Exception {
        for (int i = 0; i < 60; i++) {
            List<EnvironmentStatus> all = passes(estate, n);
            if (all.stream().allMatch(Estate::isSettled)) {
                return;
            }
            estate.clock().advance(Duration.ofMinutes(2));
        }
        throw new AssertionError(Estate.describe(passes(estate, n).get(0)));
    }

    /** All environments at once, announced before the first begins, as the reconciler does it. */
    private static List<EnvironmentStatus> passes(Estate estate, int n) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(n);
        try {
            List<Callable<EnvironmentStatus>> passes = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                DesiredState desired = estate.desired("env" + i);
                Cloud.Look announced = estate.reach().cloud(desired).look();
                passes.add(() -> estate.reach().pass(desired, announced));
            }
            return results(passes.stream().map(threads::submit).toList());
        } finally {
            threads.shutdown();
        }
    }

    private static List<EnvironmentStatus> results(List<Future<EnvironmentStatus>> futures)
            throws InterruptedException, ExecutionException {
        List<EnvironmentStatus> results = new ArrayList<>();
        for (Future<EnvironmentStatus> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
