package jinbo.operator.metrics;

import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.home.HomeDisks;
import org.springframework.stereotype.Component;

/** How much room there is. */
@Component
class DiskFigures implements FigureSource {

    private final HomeDisks disks;

    DiskFigures(HomeDisks disks) {
        this.disks = disks;
    }

    @Override
    public String what() {
        return "disks";
    }

    @Override
    public List<Sample> read() {
        return disks.all().stream()
                .flatMap(disk -> Stream.of(
                        Sample.of(Figure.DISK_FREE, disk.free(), disk.folder()),
                        Sample.of(Figure.DISK_SIZE, disk.size(), disk.folder())))
                .toList();
    }
}
