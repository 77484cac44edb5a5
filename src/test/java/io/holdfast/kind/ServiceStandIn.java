package io.holdfast.kind;

import io.holdfast.model.Actuator;
import io.holdfast.model.Facts;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service that is always there: the scaling kinds need one to stand in, and nothing of it but its key. */
public final class ServiceStandIn implements Kind<ServiceStandIn.Service> {
    public static final KindName NAME = new KindName("service", "ecs-service");

    /** Its AWS name. */
    public record Service(String key) {}

    public static Handler<Service> handler() {
        return new Handler<>(
                new ServiceStandIn(),
                asks -> {
                    Map<ResourceId, Observed<Service>> there = new LinkedHashMap<>();
                    asks.forEach(ask -> there.put(
                            ask.id(),
                            Observed.present(new Service(ask.key()), Facts.of("arn:" + ask.key(), Ownership.ours()))));
                    return there;
                },
                new NeverAsked());
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<Service> stateType() {
        return Service.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*");
    }

    @Override
    public FieldTable<Service> fields() {
        return FieldTable.<Service>changedBy("ecs:UpdateService").build();
    }

    @Override
    public String key(Service resolved) {
        return resolved.key();
    }

    @Override
    public List<String> createCalls() {
        return List.of("ecs:CreateService");
    }

    @Override
    public String adoptCall() {
        return "ecs:TagResource";
    }

    private static final class NeverAsked implements Actuator<Service> {
        @Override
        public Outcome create(Order<Service> order) {
            throw new AssertionError("the service is there");
        }

        @Override
        public Outcome update(Order<Service> order, Step step) {
            throw new AssertionError("the service never differs");
        }

        @Override
        public Outcome adopt(Order<Service> order) {
            throw new AssertionError("the service is ours");
        }
    }
}
