package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jinbo.cases.CaseMessages;
import jinbo.cases.CaseNumber;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import org.springframework.stereotype.Component;

/** Tells consumers who have agreed to it that the state of their complaint has changed; what it is, the portal shows. */
@Component
public record SendCaseMessages(CaseMessages cases, ShortMessages messages) {

    private static final int AT_A_TIME = 10;

    /** Failures in a row after which no gateway is expected to take the next message. */
    private static final int ENOUGH = 10;

    /** @param why the last failure; empty if all were sent */
    public record Report(long sent, long notSent, Optional<String> why) {}

    /** Sends all messages that are due, until a stop is requested. */
    public Report send(BooleanSupplier stopRequested) {
        long sent = 0;
        long notSent = 0;
        int inARow = 0;
        long after = 0;
        Optional<String> why = Optional.empty();
        List<CaseMessages.Due> due = cases.due(after, AT_A_TIME);
        while (!due.isEmpty()) {
            for (CaseMessages.Due one : due) {
                if (inARow == ENOUGH || stopRequested.getAsBoolean()) {
                    return new Report(sent, notSent, why);
                }
                CaseMessages.Result result =
                        cases.send(one, mobile -> refusalOf(new ShortMessage(mobile, text(one.number()))));
                sent += result.sent() ? 1 : 0;
                notSent += result.refusal().isPresent() ? 1 : 0;
                inARow = result.refusal().isPresent() ? inARow + 1 : 0;
                why = result.refusal().isPresent() ? result.refusal() : why;
                after = one.event();
            }
            due = cases.due(after, AT_A_TIME);
        }
        return new Report(sent, notSent, why);
    }

    private Optional<String> refusalOf(ShortMessage message) {
        return messages.send(message) instanceof ShortMessages.Outcome.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    /** In both languages: the language in which the holder reads short messages is unknown. */
    private static String text(CaseNumber number) {
        return "您的投诉 " + number + " 有新进展，请在登记页面“我的投诉”中查看。如不想再收到此类短信，可在该页面关闭。\n"
                + "[Jinbo] There is news about your complaint " + number + ": see \"My complaints\" at the portal.";
    }
}
