package jinbo.operator.report;

import jinbo.accesslog.AccessAction;
import jinbo.accesslog.ActorRole;

/** Words of the printed page, in both languages side by side: it goes to people who may not share one. */
record BilingualLabel(String zh, String en) {

    static final BilingualLabel ALL_INSURERS = new BilingualLabel("全部保险公司", "all insurers");
    static final BilingualLabel NO_INSURER = new BilingualLabel("不属于单个保险公司", "No single insurer's");

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
            case TAKE_IN -> new BilingualLabel("接收上传文件", "takes an upload in");
            case RELEASE -> new BilingualLabel("放行或拒收暂停的文件", "releases or refuses a held upload");
            case READ_FOR_LISTS -> new BilingualLabel("为各名单读取登记库", "reads the registry for block lists");
            case PUBLISH_LIST -> new BilingualLabel("下发禁拨名单", "publishes a block list");
            case VERIFY_REGISTRY -> new BilingualLabel("核对登记库", "verifies the registry");
            case SEARCH_BY_NUMBER -> new BilingualLabel("按号码查询", "searches by number");
            case CHOOSE -> new BilingualLabel("登记消费者的选择", "registers a consumer's choice");
            case RELEASE_NUMBER -> new BilingualLabel("释放已易主的号码", "releases a number that changed hands");
            case LOOK_UP -> new BilingualLabel("查询号码的禁拨情况", "looks a number up");
            case COMPLAIN -> new BilingualLabel("受理来电投诉", "files a consumer's complaint about a call");
            case SHOW_CASES -> new BilingualLabel("查看投诉案件", "shows cases");
            case WEIGH_CASE -> new BilingualLabel("汇集案件证据", "puts the evidence of a case together");
            case HAND_OVER_CASES -> new BilingualLabel("将案件送交保险公司", "hands cases over to an insurer");
            case WITHDRAW -> new BilingualLabel("撤回投诉记录", "takes complaints back");
            case SUCCEED -> new BilingualLabel("由承继公司继承禁拨", "has a successor inherit blocks");
            case ERASE -> new BilingualLabel("清除到期号码", "erases numbers");
            case SETTLE_RESTORATION -> new BilingualLabel("了结恢复", "settles a recovery");
            case PROVE_NUMBER -> new BilingualLabel("以验证码核实号码", "has the holder of a number prove it by a code");
            case SHOW_REGISTRATION -> new BilingualLabel("向消费者显示其登记", "shows a consumer what is registered");
            case REMIND -> new BilingualLabel("提醒消费者禁拨即将到期", "reminds a consumer that a block ends soon");
            case DECIDE -> new BilingualLabel("决定", "decides");
        };
    }
}
