package jinbo.accesslog;

import java.util.Optional;

/** Accesses that a log of a test is filled with. */
final class SampleAccesses {

    private final AccessLog log;

    SampleAccesses(AccessLog log) {
        this.log = log;
    }

    /** An intent and its result; gives the result's id. */
    long whole(String object) {
        return log.complete(log.begin(to(object)), "DONE", 1);
    }

    /** Such a number of them. */
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
