package jinbo.console;

import java.time.Clock;
import java.util.List;
import jinbo.blocklist.BlockLists;
import jinbo.blocklist.SealedList;
import jinbo.inbound.InboundFiles;
import jinbo.insurer.DropLocation;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCertificates;
import jinbo.watch.FindAppliedLists;
import jinbo.workday.BusinessTime;

/** The steps that lead an insurer into the exchange, in their order, and which of them are done. */
class OnboardingSteps {

    private final InsurerCertificates certificates;
    private final InboundFiles inbound;
    private final BlockLists lists;
    private final FindAppliedLists applied;
    private final Clock clock;

    OnboardingSteps(
            InsurerCertificates certificates,
            InboundFiles inbound,
            BlockLists lists,
            FindAppliedLists applied,
            Clock clock) {
        this.certificates = certificates;
        this.inbound = inbound;
        this.lists = lists;
        this.applied = applied;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param key by which pages name it
     * @param done whether it is behind
     */
    public record Step(String key, boolean done) {}

    List<Step> of(Insurer insurer) {
        return List.of(
                new Step("taken-on", true),
                new Step("login", hasLogin(insurer)),
                new Step(
                        "certificate",
                        certificates.of(insurer.code()).stream()
                                .anyMatch(one -> one.acceptance().holdsAt(clock.instant()))),
                new Step("agreements", insurer.agreements().bothHold(BusinessTime.dateOf(clock.instant()))),
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

    private static boolean hasLogin(Insurer insurer) {
        return insurer.drop() instanceof DropLocation.Remote
                || !((DropLocation.Embedded) insurer.drop()).authorizedKeys().isEmpty();
    }
}
