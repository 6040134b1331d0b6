"""Paragraphs that are headings, and those that only look so, each with its right level.

A line: how it is made (`B` bold, `P` plain, `L` a bold lead with text behind, `H1` a heading style,
`T` the title style), the right level in the draft (0: no heading), the text. `-` is a paragraph of
plain text.
"""

from typing import Final

OFFICIAL: Final = """
T 0 基于关键特性根因分析的磨削过程控制实践
B 2 一、企业概况
-
P 0 2022年，企业实现营业收入1.5亿元，同比增长12%。
B 2 二、实施背景
B 3 （一）市场倒逼质量升级
-
P 0 1.顾客对轴承噪声的要求逐年提高；
P 0 2.竞争对手的废品率更低；
P 0 3.原有检验方式跟不上节拍。
B 3 （二）内部管理需要
L 0 一是测量不可信。|量具重复性与再现性为28.6%，不能用于判定。
L 0 二是过程不稳定|，控制图上有多点出界。
-
B 2 三、实施过程
B 3 （一）测量可信
P 4 1. 开展测量系统分析
-
P 5 （1）选取量具
-
P 5 （2）培训检验员
-
P 0 ① 每人测三次
P 0 ② 记录数据
P 4 2．改进夹具
-
P 0 一、二级供应商
-
P 0 二、三线城市的服务网点
P 0 1.5亿元用于设备更新
P 0 5.0时代的质量管理
P 0 3、
P 0 （2022）
P 0 （3）
B 3 （二）过程稳定
-
P 0 第三方检测报告显示合格
P 0 第一，统一数据标准，打通系统。
P 0 1. 操作人员按照作业指导书每两小时测量五件，将数据录入系统，系统自动判异并报警
P 0 （1）设备：磨床12台
P 0 （2）人员：检验员8名
B 0 以上措施使废品率下降，客户满意。
B 0 注：数据来自企业统计。
P 0 - 统一编码
P 0 · 激光刻码
P 0 1）购置设备；
P 0 2）培训人员；
B 3 （三）能力充足
P 4 1．优化参数
-
P 4 2．固化标准
-
B 2 四、实施成效
P 3 （一）质量水平明显提升
-
P 3 （二）经济效益显著
-
P 0 综上所述
"""

STYLED: Final = """
H1 2 企业概况
-
H1 2 实施背景
H2 3 市场倒逼
-
H2 3 内部需要
-
B 0 重点是：
-
H1 2 实施过程
H2 3 测量可信
P 4 1.测量系统分析
-
P 4 2.夹具改进
-
H2 3 过程稳定
H3 4 统一编码
-
P 0 1.统一编码规则
P 0 2.统一接口
P 0 3.统一平台
H3 4 5G 专网
-
H2 3 2021年推广情况
-
H1 2 实施成效
-
"""

DEEP_STYLES: Final = """
H2 2 一、企业概况
-
H2 2 二、实施背景
-
H2 2 三、实施过程
H3 3 （一）测量可信
-
H4 4 1. 分析
-
H3 3 （二）过程稳定
-
H2 2 四、实施成效
-
"""

DECIMAL: Final = """
T 0 构建数字化质量追溯体系的实践
B 2 1 企业概况
-
B 2 2 实施背景
B 3 2.1 行业背景
-
B 3 2.2 企业背景
-
P 0 2.3 亿元投入改造，年节约1.2万工时。
B 2 3 实施过程
P 3 3.1 打通数据
B 4 3.1.1 统一身份
-
B 4 3.1.2 激光刻码
-
P 3 3.2 建设平台
-
P 0 3 个车间全部联网
B 2 4 实施成效
-
P 0 2022. 6 月通过验收
"""

CHAPTERS: Final = """
B 2 第一章 企业概况
-
B 2 第二章 实施背景
B 3 第一节 行业形势
-
B 3 第二节 企业需求
-
B 2 第三章 实施过程
B 3 第一节 总体思路
B 4 一、目标
-
B 4 二、原则
-
B 3 第二节 具体做法
-
P 0 第一章程序文件由质量部编写，经总经理批准后发布实施。
B 2 第四章 实施成效
-
"""

INSTRUCTIONS: Final = """
P 2 2. 企业概况（500字以内）
-
P 2 3. 实施背景（1000字以内）
-
P 2 4. 实施过程（8000字以内）
B 3 一、测量可信
-
P 4 （1）选取量具
-
P 4 （2）培训检验员
-
B 3 二、过程稳定
-
P 2 5. 实施成效（2000字以内）
-
"""

HALF_WIDTH: Final = """
B 2 一.企业概况
-
B 2 二.实施背景
B 3 (一)市场需要
-
B 3 (二)内部需要
-
B 2 三．实施过程
B 3 (一)打通数据
P 4 １．统一身份
-
P 4 ２．激光刻码
-
B 3 (二)建设平台
B 4 平台架构
-
B 4 平台应用
-
B 2 四.实施成效
B 3 二维码追溯到件
-
"""

ALL: Final = {
    "official": OFFICIAL,
    "styled": STYLED,
    "deep styles": DEEP_STYLES,
    "decimal": DECIMAL,
    "chapters": CHAPTERS,
    "instructions": INSTRUCTIONS,
    "half width": HALF_WIDTH,
}
