package jinbo.demo;

import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;

/** The three insurers of the demo; they do not exist, and their keys are published. */
enum SampleInsurer {
    YUNHE("云河人寿 Yunhe Life", Sector.LIFE),
    CHANGQING("长青人寿 Changqing Life", Sector.LIFE),
    BEIDOU("北斗财险 Beidou Property", Sector.PROPERTY);

    private final String fullName;
    private final Sector sector;

    SampleInsurer(String fullName, Sector sector) {
        this.fullName = fullName;
        this.sector = sector;
    }

    InsurerCode code() {
        return new InsurerCode(name());
    }

    String fullName() {
        return fullName;
    }

    Sector sector() {
        return sector;
    }
}
