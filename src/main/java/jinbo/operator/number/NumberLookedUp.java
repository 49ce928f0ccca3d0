package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.registry.history.DeliveredListContent;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.NotificationState;
import jinbo.registry.history.NumberKnowledge;
import jinbo.registry.history.NumberLookup;
import jinbo.registry.history.RegistrationDetails;
import jinbo.registry.history.WithheldListContent;

/**
 * The answer of {@code lookup}; it does not repeat the number.
 *
 * @param yearsForgotten years whose erased registrations nobody can recognise any more, because their keys were destroyed
 * @param insurers what counted for each line of each insurer that was asked about
 */
public record NumberLookedUp(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookedUp> insurers) {

    static NumberLookedUp of(NumberLookup lookup) {
        return new NumberLookedUp(
                lookup.at(),
                lookup.knowledge(),
                lookup.yearsForgotten(),
                lookup.insurers().stream().map(InsurerLookedUp::of).toList());
    }

    /**
     * What counted for one insurer in one line of business.
     *
     * @param effectiveOn the first day of the block that was registered
     * @param expiresOn the first day after it
     * @param endSetBy the registration that set the first day after it
     * @param endedBy the registration since which there was no block any more
     * @param firstList the first list from which on all said what the newest said
     * @param withheldList the first list that it had not got for a reason of its own, and that would have said what
     *     counted
     */
    public record InsurerLookedUp(
            InsurerCode insurer,
            LineCode businessLine,
            boolean mayCall,
            InsurerLookup.Reason why,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> expiresOn,
            Optional<RegistrationSheet> begunBy,
            Optional<RegistrationSheet> endSetBy,
            Optional<RegistrationSheet> endedBy,
            InsurerLookup.Participation takingPart,
            NotificationState.Status told,
            Optional<ListSheet> newestList,
            Optional<ListSheet> firstList,
            Optional<WithheldSheet> withheldList) {

        static InsurerLookedUp of(InsurerLookup answer) {
            return new InsurerLookedUp(
                    answer.insurer().insurer(),
                    answer.insurer().line(),
                    answer.mayCall(),
                    answer.why(),
                    answer.block().map(Interval::effectiveOn),
                    answer.block().map(Interval::expiresOn),
                    answer.begunBy().map(RegistrationSheet::of),
                    answer.endSetBy().map(RegistrationSheet::of),
                    answer.endedBy().map(RegistrationSheet::of),
                    answer.takingPart(),
                    answer.notification().telling(),
                    answer.notification().newest().map(ListSheet::of),
                    answer.notification().first().map(ListSheet::of),
                    answer.notification().withheld().map(WithheldSheet::of));
        }

        /** The first list that said so, where that is not the newest. */
        @Derived
        Optional<ListSheet> earlierList() {
            return firstList.filter(first -> !first.equals(newestList.orElseThrow()));
        }

        /**
         * @param deliveredAt when it lay on the drop with its manifest
         * @param saysEffectiveOn the first day of the block, as it said; nothing if the number did not stand there
         * @param saysExpiresOn the first day after the block, as it said
         * @param acknowledged the insurer's first acknowledgement of this list, or of one after it
         */
        public record ListSheet(
                String file,
                int sequence,
                long revision,
                Instant asOf,
                Instant deliveredAt,
                Optional<LocalDate> saysEffectiveOn,
                Optional<LocalDate> saysExpiresOn,
                Optional<DeliveredListContent.Acknowledged> acknowledged,
                List<UnitWithList> units) {

            public record UnitWithList(String unit, Instant receivedAt) {}

            static ListSheet of(DeliveredListContent list) {
                return new ListSheet(
                        list.name().fileName(),
                        list.name().sequence(),
                        list.revision(),
                        list.asOf(),
                        list.deliveredAt(),
                        list.said().map(Interval::effectiveOn),
                        list.said().map(Interval::expiresOn),
                        list.acknowledged(),
                        list.units().stream()
                                .map(of -> new UnitWithList(of.unit().value(), of.receivedAt()))
                                .toList());
            }
        }

        /**
         * What a list would have said of a number that the insurer did not get for a reason of its own.
         *
         * @param saysEffectiveOn the first day of the block; nothing if the number would not have stood there
         * @param saysExpiresOn the first day after the block
         */
        public record WithheldSheet(
                Instant withheldAt,
                WithheldList.Reason reason,
                long revision,
                Instant asOf,
                Optional<LocalDate> saysEffectiveOn,
                Optional<LocalDate> saysExpiresOn) {

            static WithheldSheet of(WithheldListContent list) {
                return new WithheldSheet(
                        list.withheldAt(),
                        list.reason(),
                        list.revision(),
                        list.asOf(),
                        list.said().map(Interval::effectiveOn),
                        list.said().map(Interval::expiresOn));
            }
        }
    }

    /**
     * @param insurers that it names, each in a line as in YUNHE/LIFE; of a succession the one that left and the one
     *     that inherited
     * @param effectiveOn the first day of its own block
     * @param expiresOn the first day after its own block
     * @param withdrawnBy the revision that took it back
     */
    public record RegistrationSheet(
            RegistrationDetails.Kind kind,
            long revision,
            Instant registeredAt,
            Optional<String> upload,
            Optional<Integer> line,
            Optional<LocalDate> complainedOn,
            List<LineCode> businessLines,
            List<String> insurers,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> expiresOn,
            Optional<Instant> withdrawnAt,
            Optional<Long> withdrawnBy) {

        static RegistrationSheet of(RegistrationDetails act) {
            return new RegistrationSheet(
                    act.kind(),
                    act.revision(),
                    act.registeredAt(),
                    act.upload(),
                    act.line(),
                    act.complainedOn(),
                    act.lines(),
                    Stream.concat(
                                    act.insurers().stream().map(InsurerLine::toString),
                                    act.succession().stream().map(InsurerCode::value))
                            .toList(),
                    act.block().map(Interval::effectiveOn),
                    act.block().map(Interval::expiresOn),
                    act.withdrawnAt(),
                    act.withdrawnBy());
        }

        @Derived
        List<String> names() {
            return Stream.concat(businessLines.stream().map(LineCode::value), insurers.stream())
                    .toList();
        }
    }
}
