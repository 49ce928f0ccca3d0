package jinbo.operator.metrics;

import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.home.HomeDisks;
import org.springframework.stereotype.Component;

/** How much room there is. */
@Component
class DiskMetrics implements MetricSource {

    private final HomeDisks disks;

    DiskMetrics(HomeDisks disks) {
        this.disks = disks;
    }

    @Override
    public String what() {
        return "disks";
    }

    @Override
    public List<MetricSample> read() {
        return disks.all().stream()
                .flatMap(disk -> Stream.of(
                        MetricSample.of(Metric.DISK_FREE, disk.free(), disk.folder()),
                        MetricSample.of(Metric.DISK_SIZE, disk.size(), disk.folder())))
                .toList();
    }
}
