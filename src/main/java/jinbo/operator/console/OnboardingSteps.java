package jinbo.operator.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.batch.JobNames;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.RunKey;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.participant.insurer.DropChecks;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;

/** The steps that lead an insurer into the exchange, in their order, and which of them are done. */
record OnboardingSteps(
        InsurerCertificates certificates,
        InboundFiles inbound,
        BlockLists lists,
        FindAppliedLists applied,
        LastSuccesses successes,
        DropChecks checks,
        Clock clock) {

    /** @param key by which pages name it */
    public record Step(String key, boolean done) {}

    List<Step> of(Insurer insurer) {
        return List.of(
                new Step("taken-on", true),
                isRemote(insurer) ? new Step("host-key", true) : new Step("login", hasLogin(insurer)),
                new Step(
                        "certificate",
                        certificates.of(insurer.code()).stream()
                                .anyMatch(one -> one.acceptance().isAcceptedAt(clock.instant()))),
                new Step("agreements", insurer.agreements().areInForce(BusinessTime.dateOf(clock.instant()))),
                new Step("connection", wasReached(insurer)),
                new Step("first-upload", !inbound.newest(insurer.code(), 1).isEmpty()),
                new Step(
                        "first-list",
                        lists.last(insurer.code())
                                .flatMap(SealedList::manifestDeliveredAt)
                                .isPresent()),
                new Step("acknowledged", applied.of(insurer.code()).newest().isPresent()));
    }

    boolean isRemote(Insurer insurer) {
        return insurer.drop() instanceof DropLocation.Remote;
    }

    /** Whatever has come from its drop or went there, a run that has found nothing, or a test that it passed, has reached it. */
    private boolean wasReached(Insurer insurer) {
        return checks.lastSuccess(insurer.code()).isPresent()
                || !inbound.newest(insurer.code(), 1).isEmpty()
                || lists.last(insurer.code())
                        .flatMap(SealedList::manifestDeliveredAt)
                        .isPresent()
                || !successes
                        .of(List.of(new RunKey(JobNames.COLLECT_UPLOADS, Optional.of(insurer.code()))))
                        .isEmpty();
    }

    private static boolean hasLogin(Insurer insurer) {
        return insurer.drop() instanceof DropLocation.Embedded embedded
                && !embedded.authorizedKeys().isEmpty();
    }
}
