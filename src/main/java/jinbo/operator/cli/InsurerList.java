package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * The answer of {@code insurer list}.
 *
 * @param insurers in order of their codes
 */
record InsurerList(List<Row> insurers) implements Answer {

    /**
     * An insurer.
     *
     * @param code its short name
     * @param name its full name
     * @param businessLines that it sells today
     * @param joinedAt since when it takes part
     * @param suspendedAt since when nothing is exchanged with it, if so
     * @param leftOn when it left, if it has
     * @param agreementsInForce whether both agreements hold today
     * @param certificates how many it has
     */
    record Row(
            InsurerCode code,
            String name,
            List<LineCode> businessLines,
            Instant joinedAt,
            Optional<Instant> suspendedAt,
            Optional<LocalDate> leftOn,
            boolean agreementsInForce,
            int certificates) {}

    @Override
    public void tell(Page page) {
        if (insurers.isEmpty()) {
            page.say("insurers.none");
            return;
        }
        page.table(
                "insurer name business_lines joined_at suspended_at left_on agreements certificates",
                insurers,
                row -> Page.cells(
                        row.code,
                        row.name,
                        row.businessLines,
                        row.joinedAt,
                        row.suspendedAt,
                        row.leftOn,
                        page.yesOrNo(row.agreementsInForce),
                        row.certificates));
    }
}
