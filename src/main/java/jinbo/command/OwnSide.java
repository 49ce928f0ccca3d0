package jinbo.command;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import jinbo.partner.Deliveries;
import jinbo.partner.HeldList;
import jinbo.partner.LoadPartner;
import jinbo.partner.Outbox;
import jinbo.partner.OwnDrop;
import jinbo.partner.Partner;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerSettings;
import jinbo.partner.SendFile;
import jinbo.workday.BusinessTime;

/**
 * An insurer's own side for the length of a command.
 *
 * @param folder where it keeps everything
 * @param settings as an integrator has made them
 * @param partner who it is, with its keys
 * @param now the time of the command
 */
record OwnSide(PartnerFolder folder, PartnerSettings settings, Partner partner, Instant now) {

    private static final String PASSPHRASE = "jinbo.partner.passphrase";

    static OwnSide open(PartnerFolder folder, Surroundings surroundings) throws IOException {
        Instant now = surroundings.clock().instant();
        PartnerSettings settings = PartnerSettings.read(folder);
        return new OwnSide(folder, settings, new LoadPartner(surroundings.setting(PASSPHRASE)).load(settings), now);
    }

    /** The day in Beijing. */
    LocalDate today() {
        return BusinessTime.dateOf(now);
    }

    HeldList held() {
        return new HeldList(folder.list());
    }

    Outbox outbox() {
        return new Outbox(folder, partner.code());
    }

    Deliveries deliveries() {
        return new Deliveries(folder, partner);
    }

    SendFile send() {
        return new SendFile(folder, partner);
    }

    OwnDrop connect() throws IOException {
        return OwnDrop.connect(settings, folder);
    }
}
