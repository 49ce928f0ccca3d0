package jinbo.operator.notification;

import java.time.Instant;
import java.util.Optional;

final class Notifications {

    private Notifications() {}

    static Notification heldFiles() {
        return new Notification(
                "concern-7-new",
                Notification.Kind.NEW,
                "FILES_HELD",
                Optional.of("YUNHE"),
                Optional.empty(),
                Optional.of("2"),
                "YUNHE：待核文件 2 个，见 held list。请逐一放行或拒绝。",
                Instant.parse("2012-09-21T01:00:00Z"));
    }
}
