package jinbo.operator.report;

import jinbo.accesslog.AccessAction;
import jinbo.accesslog.ActorRole;

/** Words of the printed page, in both languages side by side: it goes to people who may not share one. */
record BilingualLabel(String zh, String en) {

    static final BilingualLabel ALL_INSURERS = new BilingualLabel("全部保险公司", "all insurers");
    static final BilingualLabel NO_INSURER = new BilingualLabel("不属于单个保险公司", "no single insurer");

    static BilingualLabel of(ActorRole role) {
        return switch (role) {
            case BATCH -> new BilingualLabel("批处理", "batch");
            case OPERATOR -> new BilingualLabel("操作员", "operator");
            case KEY_OFFICER -> new BilingualLabel("密钥管理员", "key officer");
            case AUDITOR -> new BilingualLabel("审计员", "auditor");
            case SYSTEM -> new BilingualLabel("系统", "system");
            case CONSUMER -> new BilingualLabel("消费者", "consumer");
        };
    }

    static BilingualLabel of(AccessAction action) {
        return switch (action) {
            case TAKE_IN -> new BilingualLabel("接收入库", "ingests an upload");
            case RELEASE -> new BilingualLabel("决定待核文件", "releases or refuses a held upload");
            case READ_FOR_LISTS -> new BilingualLabel("读取登记以生成名单", "reads the registry for block lists");
            case PUBLISH_LIST -> new BilingualLabel("生成禁拨名单", "publishes a block list");
            case VERIFY_REGISTRY -> new BilingualLabel("对账核验", "verifies the registry");
            case SEARCH_BY_NUMBER -> new BilingualLabel("按号码检索", "searches for a number");
            case CHOOSE -> new BilingualLabel("登记消费者的选择", "registers a consumer's choice");
            case RELEASE_NUMBER -> new BilingualLabel("登记号码易主", "releases a number that changed hands");
            case LOOK_UP -> new BilingualLabel("查询号码", "looks up a number");
            case COMPLAIN -> new BilingualLabel("登记来电投诉", "opens a case");
            case SHOW_CASES -> new BilingualLabel("查看案件", "shows cases");
            case WEIGH_CASE -> new BilingualLabel("查看证据", "opens the evidence of a case");
            case HAND_OVER_CASES -> new BilingualLabel("案件转保险公司", "sends cases to an insurer");
            case WITHDRAW -> new BilingualLabel("撤回投诉", "withdraws complaints");
            case SUCCEED -> new BilingualLabel("承继", "transfers blocks to a successor");
            case ERASE -> new BilingualLabel("清除号码", "erases numbers");
            case SETTLE_RESTORATION -> new BilingualLabel("完成备份恢复处理", "settles a recovery");
            case PROVE_NUMBER -> new BilingualLabel("验证号码", "verifies a number with a code");
            case SHOW_REGISTRATION -> new BilingualLabel("查看登记", "shows a consumer the registration");
            case REMIND -> new BilingualLabel("到期提醒", "reminds a consumer that a block ends soon");
            case DECIDE -> new BilingualLabel("决定", "decides");
        };
    }
}
