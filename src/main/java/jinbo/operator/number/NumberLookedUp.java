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

/** The result of {@code lookup}, without the number. Erased registrations of {@code yearsForgotten} are unknown. */
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
     * The block of one insurer in one line of business, and the lists about it.
     *
     * @param endSetBy the registration that set {@code expiresOn}
     * @param firstList the first of the consecutive lists that contain the same for the number as the newest list
     * @param withheldList the first list with the current state that was withheld for a reason on the insurer's side
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

        @Derived
        Optional<ListSheet> earlierList() {
            return firstList.filter(first -> !first.equals(newestList.orElseThrow()));
        }

        /** A delivered list; the days are empty if the number is not on the list. */
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
                                .map(unit -> new UnitWithList(unit.unit().value(), unit.receivedAt()))
                                .toList());
            }
        }

        /** A withheld list; the days are empty if the number would not be on the list. */
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

        static RegistrationSheet of(RegistrationDetails registration) {
            return new RegistrationSheet(
                    registration.kind(),
                    registration.revision(),
                    registration.registeredAt(),
                    registration.upload(),
                    registration.line(),
                    registration.complainedOn(),
                    registration.lines(),
                    Stream.concat(
                                    registration.insurers().stream().map(InsurerLine::toString),
                                    registration.succession().stream().map(InsurerCode::value))
                            .toList(),
                    registration.block().map(Interval::effectiveOn),
                    registration.block().map(Interval::expiresOn),
                    registration.withdrawnAt(),
                    registration.withdrawnBy());
        }

        @Derived
        List<String> names() {
            return Stream.concat(businessLines.stream().map(LineCode::value), insurers.stream())
                    .toList();
        }
    }
}
