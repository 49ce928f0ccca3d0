package jinbo.cases.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jinbo.cases.CaseRuling;

/** A column of the monthly report about cases. Its key in the CSV header is the constant's name in lower case. */
public enum CaseReportColumn {
    OPENED("本月受理", "Opened", counts -> counts.opened()),
    DECIDED("本月认定", "Decided", counts -> counts.totalDecided()),
    DECIDED_UPHELD("成立", "Upheld", counts -> counts.found(CaseRuling.VIOLATION)),
    UPHELD_BLOCK("违反禁拨", "Block violated", counts -> counts.block()),
    UPHELD_HOURS("违反时段", "Calling hours violated", counts -> counts.hours()),
    DECIDED_GRACE("禁拨尚未生效", "Within the grace period", counts -> counts.found(CaseRuling.GRACE)),
    DECIDED_SERVICE_CALL("保单服务来电", "Service call", counts -> counts.found(CaseRuling.SERVICE_CALL)),
    DECIDED_NOT_TOLD_IN_TIME("公司未被及时告知", "Not notified in time", counts -> counts.found(CaseRuling.NOT_TOLD_IN_TIME)),
    DECIDED_NOT_BLOCKED("当时没有禁拨", "Not blocked", counts -> counts.found(CaseRuling.NOT_BLOCKED)),
    DECIDED_NOT_ITS_CALL("非该公司来电", "Not the insurer's call", counts -> counts.found(CaseRuling.NOT_ITS_CALL)),
    DECIDED_FILED_TWICE("同一来电另有案件", "Duplicate", counts -> counts.found(CaseRuling.FILED_TWICE)),
    DECIDED_UNANSWERED("未答复即认定", "Decided without an answer", counts -> counts.decidedUnanswered()),
    UNDECIDED_AT_END(
            "月末未结", "Undecided at month end", counts -> counts.standing().undecided()),
    OVERDUE_AT_INSURER(
            "公司逾期", "Overdue at the insurer", counts -> counts.standing().overdueAtInsurer()),
    OVERDUE_AT_ASSOCIATION(
            "协会逾期", "Overdue at the association", counts -> counts.standing().overdueAtAssociation()),
    ANSWERED("本月答复", "Answered", counts -> counts.answers().answered()),
    ANSWER_WORKDAYS_MEDIAN(
            "答复中位数（工作日）",
            "Working days to answer, median",
            counts -> counts.answers().median()),
    ANSWER_WORKDAYS_WORST(
            "答复最长（工作日）",
            "Working days to answer, longest",
            counts -> counts.answers().worst()),
    APPEALS("本月异议", "Appeals", counts -> counts.appeals()),
    NUMBERS_ON_LIST("名单条目数", "Entries on the list", counts -> counts.entriesOnList()),
    OPENED_PER_10000("每万条受理", "Opened per 10,000", counts -> counts.perTenThousand(counts.opened())),
    UPHELD_PER_10000("每万条成立", "Upheld per 10,000", counts -> counts.perTenThousand(counts.found(CaseRuling.VIOLATION)));

    private final BilingualTitle title;
    private final Function<CaseCounts, Object> value;

    CaseReportColumn(String zh, String en, Function<CaseCounts, Object> value) {
        this.title = new BilingualTitle(zh, en);
        this.value = value;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public BilingualTitle title() {
        return title;
    }

    /** Returns true for columns that need block lists; they are empty in rows of lines of business. */
    boolean needsBlockLists() {
        return compareTo(NUMBERS_ON_LIST) >= 0;
    }

    /** Returns the value; empty if there is nothing to compute it from, for example a median of no answers. */
    public Optional<Number> of(CaseCounts counts) {
        Object counted = value.apply(counts);
        return counted instanceof Optional<?> maybe ? maybe.map(Number.class::cast) : Optional.of((Number) counted);
    }

    public record BilingualTitle(String zh, String en) {

        static BilingualTitle same(String text) {
            return new BilingualTitle(text, text);
        }

        /** @param language ISO 639 code */
        public String in(String language) {
            return language.equals("zh") ? zh : en;
        }
    }
}
