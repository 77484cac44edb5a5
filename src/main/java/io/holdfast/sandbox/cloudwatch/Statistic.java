package io.holdfast.sandbox.cloudwatch;

import java.util.List;
import java.util.OptionalDouble;

/** How the points of one period become one number; names as on the wire. */
enum Statistic {
    SampleCount {
        @Override
        double over(List<DataPoint> points) {
            return points.stream().mapToDouble(DataPoint::count).sum();
        }
    },
    Sum {
        @Override
        double over(List<DataPoint> points) {
            return points.stream()
                    .mapToDouble(point -> point.value() * point.count())
                    .sum();
        }
    },
    Average {
        @Override
        double over(List<DataPoint> points) {
            return Sum.over(points) / SampleCount.over(points);
        }
    },
    Minimum {
        @Override
        double over(List<DataPoint> points) {
            return points.stream().mapToDouble(DataPoint::value).min().orElseThrow();
        }
    },
    Maximum {
        @Override
        double over(List<DataPoint> points) {
            return points.stream().mapToDouble(DataPoint::value).max().orElseThrow();
        }
    };

    abstract double over(List<DataPoint> points);

    /** The number of a period; empty when the period has no points. */
    OptionalDouble of(List<DataPoint> points) {
        return points.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(over(points));
    }
}
