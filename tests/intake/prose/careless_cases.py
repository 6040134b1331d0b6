"""More paragraphs of the kind of `heading_cases`: headings as careless authors write them."""

from typing import Final

CLOSINGS: Final = """
P 2 一、企业概况：
-
P 2 二、实施背景。
-
P 2 三、实施过程
P 3 （一）健全组织，层层压实责任。
B 4 1.成立委员会
-
B 4 2.编制清单。
-
P 3 （二）打通数据，让责任看得见。
-
P 3 （三）把质量是谁的事说清楚！
-
P 0 （四）至（六）项工作正在试点，不在这里介绍。
-
P 0 （一）风险识别不全面；
P 0 （二）风险控制不到位；
P 0 （三）风险预警不及时。
B 0 （1）凡是没有制度的，先建制度再开工；
-
B 2 四、实施成效怎么样？
-
"""

CARELESS: Final = """
B 2 一、企业概况
-
B 2 二、实施背景
B 3 （一)市场需要
-
B 3 二）内部需要
-
B 3 （三、客户需要
-
B 2 三、实施过程
B 3 （一）打通数据
B 4 ①统一身份
-
B 4 ②激光刻码
-
P 0 ①采集数据
P 0 ②分析数据
B 3 （二）推行五步法
B 4 第一步：选题立项
-
B 4 第二步：原因分析
-
L 0 做法一：师徒结对。|老师傅带徒弟，考核捆绑在一起，奖金一起算。
B 2 实施成效
-
B 2 五.推广应用前景
-
B 2 参考文献
P 0 [1] 某某．电子产品可靠性设计[M]．北京：示例出版社，2015．
"""

BARE: Final = """
P 2 企业概况
-
P 2 实施背景
-
P 2 主要做法
B 3 把话翻译成标准
-
B 3 把体验搬进实验室
-
P 2 实施成效
-
P 2 经验启示
-
P 0 一句话
P 0 又一句
"""

NUMBERED_ALONGSIDE: Final = """
B 2 一、企业概况
B 3 1.1 企业简介
-
B 3 1.2 主导产品
-
B 2 二、实施背景
-
B 2 三、实施过程
P 0 主要做法
-
B 2 四、实施成效
-
"""

UNITS: Final = """
B 2 1 企业概况
-
P 0 3 个车间全部联网
B 2 2 实施背景
B 3 2.1 项目背景
-
B 3 2.2 年度目标
-
P 0 2.3 分钟换模一次
B 2 3 实施过程
B 3 3.1分级管理
-
B 3 3.2日常点检
-
B 3 3.3升级改造
-
P 0 3.4升的油箱
B 2 4 实施成效
-
"""

ROMAN: Final = """
B 2 Ⅰ.企业概况
-
B 2 Ⅱ、实施背景
-
B 2 III.实施过程
B 3 A.配方数字化
-
B 3 B.过程稳定化
-
P 0 A、B两类供应商每季度评价一次。
B 2 IV.实施成效
-
"""

MORE: Final = {
    "closing signs": CLOSINGS,
    "careless numbers": CARELESS,
    "bare names": BARE,
    "numbered alongside": NUMBERED_ALONGSIDE,
    "units": UNITS,
    "roman": ROMAN,
}
