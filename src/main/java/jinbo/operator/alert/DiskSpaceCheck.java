package jinbo.operator.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert.Code;
import jinbo.platform.home.HomeDisks;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Looks whether the disks have room on which what grows lies. */
@Component
record DiskSpaceCheck(HomeDisks disks, WatchSettings settings) implements ExchangeCheck {

    private static final long ALL_PERCENT = 100;

    @Override
    public Subject subject() {
        return Subject.DISK;
    }

    @Override
    public List<Alert> find() {
        String low = byDisk().values().stream()
                .filter(folders -> isLow(folders.get(0)))
                .map(DiskSpaceCheck::text)
                .collect(Collectors.joining("; "));
        return low.isEmpty() ? List.of() : List.of(new Alert(Code.DISK_SPACE_LOW, Optional.empty(), Optional.of(low)));
    }

    private Map<String, List<HomeDisks.HomeDisk>> byDisk() {
        return disks.all().stream()
                .collect(Collectors.groupingBy(HomeDisks.HomeDisk::disk, LinkedHashMap::new, Collectors.toList()));
    }

    private boolean isLow(HomeDisks.HomeDisk disk) {
        return disk.free() < settings.diskFreeAtLeast().toBytes()
                || disk.free() / (double) disk.size() * ALL_PERCENT < settings.diskFreePercentAtLeast();
    }

    private static String text(List<HomeDisks.HomeDisk> folders) {
        return folders.stream().map(HomeDisks.HomeDisk::folder).collect(Collectors.joining(", ")) + " "
                + inMegabytes(folders.get(0).free()) + "/"
                + inMegabytes(folders.get(0).size());
    }

    static String inMegabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + "MB";
    }
}
