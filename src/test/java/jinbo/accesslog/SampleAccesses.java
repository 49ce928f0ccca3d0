package jinbo.accesslog;

import java.util.Optional;

/** Accesses to fill the log of a test. */
final class SampleAccesses {

    private final AccessLog log;

    SampleAccesses(AccessLog log) {
        this.log = log;
    }

    /** A begin entry and its result; returns the id of the result. */
    long whole(String object) {
        return log.complete(log.begin(to(object)), "DONE", 1);
    }

    void whole(int number) {
        for (int i = 0; i < number; i++) {
            whole("file " + i);
        }
    }

    /** A result that vouches for registrations and a list. */
    void vouching(int number) {
        log.complete(
                log.begin(to("list")),
                AccessResult.of("SEALED", 3)
                        .with(new LoggedList(number, "0".repeat(64)))
                        .with(new LoggedRegistrations(number, number, 3, "f".repeat(64))));
    }

    static Access to(String object) {
        return new Access(
                new Actor("batch", ActorRole.BATCH, "jinbo", Optional.empty()),
                AccessAction.TAKE_IN,
                "complaints become registrations",
                Optional.of("YUNHE"),
                object);
    }
}
