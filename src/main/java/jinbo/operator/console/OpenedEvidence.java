package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.ViolationGround;
import jinbo.operator.cases.EvidenceSha256;
import jinbo.operator.cases.EvidenceSheet;
import org.springframework.context.MessageSource;

/** The evidence that a person has opened in this session. A decision refers to it by hash; it contains no phone number. */
record OpenedEvidence(ConsoleAnswers answers, MessageSource messages) {

    private static final String EVIDENCE_OF = "evidence of ";
    private static final EvidenceSha256 OF_NOTHING = new EvidenceSha256("0".repeat(64));

    /**
     * @param proposed code of the proposed ruling; empty if there is none
     * @param nothing code of the reason for no proposal; empty if there is one
     */
    public record Shown(
            String sha256, String proposed, List<ViolationGround> grounds, String nothing, List<Fact> facts) {}

    /** @param entry index of the access-log entry that proves the fact; empty for none */
    public record Fact(String says, String source, String entry) {}

    void keep(HttpSession session, EvidenceSheet sheet) {
        session.setAttribute(EVIDENCE_OF + sheet.number(), sheet);
    }

    Optional<EvidenceSheet> find(HttpSession session, CaseNumber number) {
        return session.getAttribute(EVIDENCE_OF + number) instanceof EvidenceSheet sheet
                ? Optional.of(sheet)
                : Optional.empty();
    }

    /** Returns the hash that a form sends if this person has opened that evidence, else a hash that matches no evidence. */
    EvidenceSha256 require(HttpSession session, CaseNumber number, String sha256) {
        return find(session, number)
                .map(EvidenceSheet::sha256)
                .filter(sha256::equals)
                .map(EvidenceSha256::new)
                .orElse(OF_NOTHING);
    }

    Shown shown(EvidenceSheet sheet, Locale locale) {
        return new Shown(
                sheet.sha256(),
                sheet.proposed().map(Enum::name).orElse(""),
                sheet.grounds(),
                sheet.nothing().map(Enum::name).orElse(""),
                sheet.statements().stream()
                        .map(statement -> withNames(statement, locale))
                        .map(statement -> new Fact(
                                answers.text(statement, "says", locale),
                                answers.text(statement, "origin", locale),
                                statement.accessLogIndex().map(String::valueOf).orElse("")))
                        .toList());
    }

    /** Replaces codes among the values by their names. */
    private EvidenceSheet.StatementLine withNames(EvidenceSheet.StatementLine line, Locale locale) {
        return new EvidenceSheet.StatementLine(
                line.says(),
                line.values().stream()
                        .map(value -> Objects.requireNonNull(
                                messages.getMessage("value." + value, new Object[0], value, locale)))
                        .toList(),
                line.source(),
                line.name(),
                line.line(),
                line.accessLogIndex());
    }
}
