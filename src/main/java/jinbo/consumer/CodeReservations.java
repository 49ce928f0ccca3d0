package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jinbo.accesslog.Subject;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a code aside before it is sent, if the limits leave room for it, and keeps keyed hashes of it and of its number. */
@Component
record CodeReservations(
        CodeChallenges challenges,
        CodeLimits limits,
        ViewLimit viewLimit,
        ConsumerKey key,
        CodeGenerator codes,
        KnownBrowsers known,
        Clock clock,
        TransactionTemplate transaction) {

    private static final Duration VALID = Duration.ofMinutes(5);

    sealed interface Outcome {

        record Reserved(CodeChallenges.Asked asked, String code) implements Outcome {

            Instant expiresAt() {
                return asked.at().plus(VALID);
            }

            /** Never the code. */
            @Override
            public String toString() {
                return "Reserved[" + asked.id() + "]";
            }
        }

        record Wait(Duration left) implements Outcome {}
    }

    Outcome reserve(Mobile mobile, Subject subject, Visitor from) {
        CodeChallenges.Asked asked = new CodeChallenges.Asked(
                UUID.randomUUID(),
                subject.toString(),
                key.hash("network", from.network()),
                known.know(from, mobile),
                clock.instant());
        if (asked.isKnown()) {
            viewLimit.addCodeRequest(subject);
        }
        Outcome.Reserved reserved = new Outcome.Reserved(asked, codes.draw());
        Optional<Duration> wait = transaction.execute(status -> {
            Optional<Duration> needed = add(reserved, from);
            if (needed.isPresent()) {
                status.setRollbackOnly();
            }
            return needed;
        });
        return wait.<Outcome>map(Outcome.Wait::new).orElse(reserved);
    }

    private Optional<Duration> add(Outcome.Reserved reserved, Visitor from) {
        CodeChallenges.Asked asked = reserved.asked();
        challenges.lock(asked.subject(), from.network());
        Optional<Duration> wait = limits.forNumber(asked).or(() -> limits.count(asked));
        if (wait.isEmpty()) {
            challenges.add(asked, key.hash("code " + asked.id(), reserved.code()), reserved.expiresAt());
        }
        return wait;
    }

    /** It was not announced, and so not tried: who was told to come back need not wait for the next one besides. */
    void cancel(Outcome.Reserved reserved) {
        takeBack(reserved, limits::refund);
    }

    /** It was tried, and could not be sent. */
    void cancelUnsent(Outcome.Reserved reserved) {
        takeBack(reserved, limits::refundUnsent);
    }

    private void takeBack(Outcome.Reserved reserved, Consumer<CodeChallenges.Asked> counts) {
        transaction.executeWithoutResult(status -> {
            challenges.remove(reserved.asked().id());
            counts.accept(reserved.asked());
        });
    }
}
