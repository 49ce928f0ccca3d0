package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.Segments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
record SendCode(
        Segments segments,
        NumberHashes subjects,
        PurgeExpiredProofs expired,
        ShortMessages messages,
        AccessLog accessLog,
        ConsumerSettings settings,
        FaultPointListener faultPointListener,
        CodeChallenges challenges,
        CodeLimits limits,
        ViewLimit viewLimit,
        ConsumerKey key,
        CodeGenerator codes,
        KnownBrowsers known,
        Clock clock,
        TransactionTemplate transaction) {

    private static final Duration VALID = Duration.ofMinutes(5);

    CodeRequestOutcome to(String typed, Visitor from, Locale language) {
        expired.purgeIfDue();
        MobileParseResult read = MobileParser.read(typed);
        if (read instanceof MobileParseResult.Unreadable unreadable) {
            return new CodeRequestOutcome.NoMobile(unreadable.problem());
        }
        Mobile mobile = ((MobileParseResult.Read) read).mobile();
        Region region = segments.current().regionOf(mobile);
        if (region == Region.ELSEWHERE) {
            return new CodeRequestOutcome.Elsewhere();
        }
        return send(mobile, from, language, region == Region.HOME);
    }

    private CodeRequestOutcome send(Mobile mobile, Visitor from, Locale language, boolean certainlyOurs) {
        Subject subject = subjects.today(mobile);
        Outcome wish = reserve(mobile, subject, from);
        if (wish instanceof Outcome.Wait wait) {
            return new CodeRequestOutcome.TooMany(wait.left());
        }
        Outcome.Reserved reserved = (Outcome.Reserved) wish;
        AccessPermit permit = announced(subject, reserved);
        try {
            ShortMessages.Outcome sendOutcome =
                    messages.send(new ShortMessage(mobile, textOf(reserved.code(), language)));
            faultPointListener.reached(FaultPoint.CODE_SENT);
            boolean over = sendOutcome instanceof ShortMessages.Outcome.Over;
            accessLog.complete(permit, over ? "SENT" : "NOT_SENT", 1);
            if (!over) {
                cancelUnsent(reserved);
            }
            return over
                    ? new CodeRequestOutcome.Sent(
                            reserved.asked().id(),
                            mobile,
                            reserved.expiresAt(),
                            reserved.asked().at().plus(settings.pauseBetweenCodes()),
                            certainlyOurs)
                    : new CodeRequestOutcome.NotSent();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private AccessPermit announced(Subject subject, Outcome.Reserved reserved) {
        try {
            return accessLog.begin(new Access(
                    Actor.consumer(),
                    AccessAction.PROVE_NUMBER,
                    "a code is sent to prove the number",
                    Optional.empty(),
                    "one number",
                    Optional.of(subject)));
        } catch (AccessLogUnavailableException e) {
            cancel(reserved);
            throw e;
        }
    }

    /** What the code is for comes first, so that nobody reads it out to a caller unawares. */
    private static String textOf(String code, Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage())
                ? "验证码 " + code + "，用于办理保险电话禁拨，5分钟内有效。请不要告诉任何人；如果不是您本人操作，请不必理会。"
                : "Jinbo: " + code
                        + " is your code for blocking insurance sales calls, valid for 5 minutes. Do not tell anybody."
                        + " If you did not request it, ignore this message.";
    }

    /**
     * Sets a code aside before it is sent, if the limits leave room for it, and keeps keyed hashes of it and of its
     * number.
     */
    private Outcome reserve(Mobile mobile, Subject subject, Visitor from) {
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
    private void cancel(Outcome.Reserved reserved) {
        takeBack(reserved, limits::refund);
    }

    /** It was tried, and could not be sent. */
    private void cancelUnsent(Outcome.Reserved reserved) {
        takeBack(reserved, limits::refundUnsent);
    }

    private void takeBack(Outcome.Reserved reserved, Consumer<CodeChallenges.Asked> counts) {
        transaction.executeWithoutResult(status -> {
            challenges.remove(reserved.asked().id());
            counts.accept(reserved.asked());
        });
    }

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
}
