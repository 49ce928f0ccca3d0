package jinbo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.Receipt;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerifiedList;

/** The step in which each insurer fetches and opens what it got, believing nothing that is not verified. */
final class PartnerSteps {

    private final Map<SampleInsurer, SamplePartner> partners;
    private final DemoOutput demoOutput;
    private final Instant now;
    private final LocalDate today;
    private boolean allGenuine = true;

    PartnerSteps(Map<SampleInsurer, SamplePartner> partners, DemoOutput demoOutput, Instant now, LocalDate today) {
        this.partners = partners;
        this.demoOutput = demoOutput;
        this.now = now;
        this.today = today;
    }

    boolean tell() throws IOException {
        demoOutput.step("open");
        for (Map.Entry<SampleInsurer, SamplePartner> entry : partners.entrySet()) {
            SamplePartner partner = entry.getValue();
            for (Path file : partner.fetch()) {
                if (file.getFileName().toString().startsWith("receipt-")) {
                    tellReceipt(file, partner.receipt(file, now));
                }
            }
            tellList(entry.getKey(), partner.applyList(now, today));
        }
        return allGenuine;
    }

    /** Has each fetch and apply what came since. */
    boolean printLists() throws IOException {
        for (Map.Entry<SampleInsurer, SamplePartner> entry : partners.entrySet()) {
            entry.getValue().fetch();
            tellList(entry.getKey(), entry.getValue().applyList(now, today));
        }
        return allGenuine;
    }

    private void tellReceipt(Path file, VerificationResult<Receipt> receipt) {
        if (receipt instanceof VerificationResult.Genuine<Receipt> genuine) {
            Receipt value = genuine.value();
            demoOutput.print(
                    "receipt",
                    file.getFileName(),
                    value.status(),
                    value.tally().accepted(),
                    value.tally().rows(),
                    value.effectiveOn().map(LocalDate::toString).orElse("-"));
        } else {
            doubt(file.getFileName().toString(), receipt);
        }
    }

    private void tellList(SampleInsurer insurer, Optional<VerificationResult<VerifiedList>> list) {
        if (list.isPresent() && list.get() instanceof VerificationResult.Genuine<VerifiedList> genuine) {
            demoOutput.print(
                    "list",
                    insurer,
                    genuine.value().manifest().sequence(),
                    genuine.value().manifest().entries(),
                    genuine.value().manifest().listDigest().substring(0, 16));
        } else {
            doubt(insurer + " block list", list.<Object>map(answer -> answer).orElse("missing"));
        }
    }

    private void doubt(String what, Object answer) {
        allGenuine = false;
        demoOutput.print("doubt", what, answer);
    }
}
