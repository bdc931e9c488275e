import type { Commitment } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'

const PUBLISHED = '2025-03-10'

function read(text: string): (Pick<Commitment, 'kind' | 'polarity' | 'certainty'> & {
  who: string
  what: string
  due: string | null
})[] {
  const { commitments, entities } = extract({ text, published: PUBLISHED })
  const nameOf = new Map(entities.map(({ id, name }) => [id, name.ar]))
  return commitments.map(({ kind, polarity, certainty, committers, action, due }) => ({
    kind,
    polarity,
    certainty,
    who: committers.map((id) => nameOf.get(id)).join(' + '),
    what: action.ar,
    due: due && due.until,
  }))
}

const plan = { kind: 'plan', polarity: 'positive', certainty: 'certain', due: null }

describe('one clause, one commitment', () => {
  it.each([
    [
      'ستسحب فرنسا قواتها من النيجر قبل نهاية العام.',
      [{ ...plan, who: 'فرنسا', what: 'سحب قواتها من النيجر', due: '2026-01-01' }],
    ],
    // «رفض» with و is the verb of another undertaking, but «قبول» the second of two that are agreed on.
    [
      'وافق مجلس الوزراء الأردني على تأجيل رفع الأسعار إلى مايو المقبل، ورفض طلباً لإلغاء الدعم.',
      [
        {
          ...plan,
          kind: 'decision',
          who: 'مجلس الوزراء الأردني',
          what: 'تأجيل رفع الأسعار',
          due: '2025-06-01',
        },
        {
          ...plan,
          kind: 'refusal',
          polarity: 'negative',
          who: 'مجلس الوزراء الأردني',
          what: 'طلب لإلغاء الدعم',
        },
      ],
    ],
    [
      'وافقت الأردن على تأجيل رفع الأسعار، وإلغاء الضريبة.',
      [
        { ...plan, kind: 'decision', who: 'الأردن', what: 'تأجيل رفع الأسعار' },
        { ...plan, kind: 'decision', who: 'الأردن', what: 'إلغاء الضريبة' },
      ],
    ],
    // What is meant stands behind «هو»; what a paper forbids; who cannot will not.
    [
      'قال وزير الخارجية المصري بدر عبد العاطي إن ما نسعى إليه هو وقف دائم للقتال في السودان.',
      [{ ...plan, kind: 'wish', certainty: 'possible', who: 'مصر', what: 'وقف دائم للقتال في السودان' }],
    ],
    [
      'قال وزير النقل الأردني إن ما ستقوم به الحكومة الأردنية هو توزيع الخيام على القرى.',
      [{ ...plan, who: 'الحكومة الأردنية', what: 'توزيع الخيام على القرى' }],
    ],
    [
      'وقال وزير النقل الأردني إن ما قررته الحكومة هو تأجيل المشروع.',
      [{ ...plan, kind: 'decision', who: 'الحكومة الأردنية', what: 'تأجيل المشروع' }],
    ],
    [
      'وقع الرئيس الفرنسي إيمانويل ماكرون قرارا يمنع تصدير القمح إلى روسيا.',
      [
        {
          ...plan,
          kind: 'decision',
          polarity: 'negative',
          who: 'إيمانويل ماكرون',
          what: 'عدم تصدير القمح إلى روسيا',
        },
      ],
    ],
    [
      'قال الرئيس اللبناني إنه لا يمكن للبنان أن يوافق على نشر قوات أجنبية.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'لبنان', what: 'نشر قوات أجنبية' }],
    ],
    [
      'تم الاتفاق على أن تتولى ألمانيا تدريب الشرطة.',
      [{ ...plan, kind: 'agreement', who: 'ألمانيا', what: 'تولي ألمانيا تدريب الشرطة' }],
    ],
    // A stance and what it is against; what is turned down before the verb; any of a kind; what is kept and is no action.
    [
      'جددت تونس موقفها الرافض لإقامة قواعد أجنبية.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'تونس', what: 'إقامة قواعد أجنبية' }],
    ],
    [
      'كررت الكويت موقفها الرافض لأي تفاوض مع إسرائيل.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'الكويت', what: 'أي تفاوض مع إسرائيل' }],
    ],
    [
      'وقدمت باريس مقترحات رفضها الوفد السوداني.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'وفد سوداني', what: 'مقترحات' }],
    ],
    [
      'وأكدت حركة النهضة أن أي دعوة لتأجيل الانتخابات مرفوضة.',
      [
        {
          ...plan,
          kind: 'refusal',
          polarity: 'negative',
          who: 'حركة النهضة',
          what: 'أي دعوة لتأجيل الانتخابات',
        },
      ],
    ],
    [
      'جدد الوزير تمسك حركة النهضة بحكومة يوسف الشاهد.',
      [{ ...plan, kind: 'pledge', who: 'حركة النهضة', what: 'التمسك بحكومة يوسف الشاهد' }],
    ],
    [
      'وأكد رئيس حزب الوفد التمسك بدستور 1923.',
      [{ ...plan, kind: 'pledge', who: 'رئيس حزب الوفد', what: 'التمسك بدستور 1923' }],
    ],
    [
      'قال نواف سلام إن لبنان يريد من هذا الاتفاق بناء دولة قوية.',
      [{ ...plan, kind: 'wish', certainty: 'possible', who: 'لبنان', what: 'بناء دولة قوية' }],
    ],
    // Announced of one's own; a visit that a light verb carries; whose meeting it is; a name set off by commas.
    [
      'أعلنت تونس تعليق رحلاتها إلى بيروت.',
      [{ ...plan, kind: 'decision', who: 'تونس', what: 'تعليق رحلاتها إلى بيروت' }],
    ],
    [
      'يقوم وزير الخارجية الفرنسي بزيارة إلى دمشق الأسبوع المقبل.',
      [{ ...plan, who: 'جان نويل بارو', what: 'زيارة إلى دمشق', due: '2025-03-23' }],
    ],
    [
      'تبدأ غدا في القاهرة اجتماعات وزراء الخارجية العرب.',
      [
        {
          ...plan,
          who: 'وزراء الخارجية العرب',
          what: 'بدء اجتماعات وزراء الخارجية العرب في القاهرة',
        },
      ],
    ],
    [
      'يرتقب أن تصل نائبته، كريستينا كيرشنر إلى الرباط الشهر المقبل.',
      [
        {
          ...plan,
          certainty: 'probable',
          who: 'كريستينا كيرشنر',
          what: 'الوصول إلى الرباط',
          due: '2025-05-01',
        },
      ],
    ],
    ['فرنسا ستسحب قواتها من النيجر.', [{ ...plan, who: 'فرنسا', what: 'سحب قواتها من النيجر' }]],
    // What those who meet on the day of the paper will do, and whom a meeting binds that is the subject of its verb.
    [
      'يواصل مجلس الأمن الليلة مناقشة التقرير. وتعيش البلاد اليوم أزمة خانقة.',
      [{ ...plan, who: 'مجلس الأمن الدولي', what: 'مواصلة مناقشة التقرير', due: '2025-03-11' }],
    ],
    [
      'ويعقد في الدوحة الخميس المقبل اجتماع طارئ لوزراء خارجية مجلس التعاون.',
      [
        {
          ...plan,
          who: 'وزراء خارجية مجلس التعاون',
          what: 'عقد اجتماع طارئ في الدوحة لوزراء خارجية مجلس التعاون',
          due: '2025-03-14',
        },
      ],
    ],
    [
      'تستأنف المحادثات بين العراق وتركيا الشهر المقبل.',
      [
        {
          ...plan,
          who: 'العراق + تركيا',
          what: 'استئناف المحادثات بين العراق وتركيا',
          due: '2025-05-01',
        },
      ],
    ],
    ['تنتهي ولاية المجلس في أكتوبر المقبل.', []],
    // What a relative clause says will be done to its antecedent.
    [
      'نُشر التقرير الذي سيبحثه مجلس الأمن غداً.',
      [{ ...plan, who: 'مجلس الأمن الدولي', what: 'بحث التقرير', due: '2025-03-12' }],
    ],
    [
      'هذه أوراق مؤتمر دولي بشأن اليمن تستضيفه عُمان في السادس والعشرين من الشهر الجاري.',
      [{ ...plan, who: 'سلطنة عمان', what: 'استضافة مؤتمر دولي', due: '2025-03-27' }],
    ],
    // A verb tells whether a foreign name is a woman's.
    [
      'بدأت أورسولا فون دير لاين زيارة لمصر، وستجري مباحثات مع عبد الفتاح السيسي.',
      [{ ...plan, who: 'أورسولا فون دير لاين', what: 'إجراء مباحثات مع عبد الفتاح السيسي' }],
    ],
    // Coordinated actions are one each; two aims of one action are not.
    [
      'أمرت النيابة المصرية بالتحفظ على السفينة، وضبط الأوراق، وتسليم الأجهزة للجنة الفنية.',
      [
        { ...plan, kind: 'decision', who: 'النيابة المصرية', what: 'التحفظ على السفينة' },
        { ...plan, kind: 'decision', who: 'النيابة المصرية', what: 'ضبط الأوراق' },
        { ...plan, kind: 'decision', who: 'النيابة المصرية', what: 'تسليم الأجهزة للجنة الفنية' },
      ],
    ],
    [
      'قررت الحكومة الأردنية تشكيل فرق لمتابعة المصابين وإجراء الجراحات.',
      [
        {
          ...plan,
          kind: 'decision',
          who: 'الحكومة الأردنية',
          what: 'تشكيل فرق لمتابعة المصابين وإجراء الجراحات',
        },
      ],
    ],
    // What a light verb says is done stands before it.
    [
      'وقال وزير الدفاع العراقي إن تسليم الأسلحة سيتم على مراحل.',
      [{ ...plan, who: 'العراق', what: 'تسليم الأسلحة على مراحل' }],
    ],
    // One deed before another, but a condition where the first is refused.
    [
      'من المقرر أن تزور أنجيلا ميركل عمّان غداً قبل أن تحضر مؤتمراً في روما.',
      [
        { ...plan, who: 'أنجيلا ميركل', what: 'زيارة عمّان', due: '2025-03-12' },
        { ...plan, who: 'أنجيلا ميركل', what: 'حضور مؤتمر في روما' },
      ],
    ],
    [
      'لن تسحب تركيا قواتها قبل أن تنهي المهمة.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'تركيا', what: 'سحب قواتها' }],
    ],
    // What follows a condition that opens with و is its own.
    [
      'سيبحث الوزراء المبادرة الشهر المقبل، وعندما يتم التوافق عليها ستعرضها الجامعة العربية على الأمم المتحدة.',
      [
        { ...plan, who: 'الوزراء', what: 'بحث المبادرة', due: '2025-05-01' },
        { ...plan, who: 'جامعة الدول العربية', what: 'العرض على الأمم المتحدة' },
      ],
    ],
    [
      'قال الرئيس الإيراني إن بلاده لن تخضع للتهديد منبهاً إلى أن فرنسا ستتخذ الإجراءات الضرورية.',
      [
        { ...plan, kind: 'refusal', polarity: 'negative', who: 'إيران', what: 'الخضوع للتهديد' },
        { ...plan, who: 'فرنسا', what: 'اتخاذ الإجراءات الضرورية' },
      ],
    ],
    // What is done during a visit.
    [
      'يبدأ وزير الخارجية العراقي غداً زيارة لتركيا يلتقي خلالها نظيره التركي.',
      [
        { ...plan, who: 'فؤاد حسين', what: 'بدء زيارة لتركيا' },
        { ...plan, who: 'فؤاد حسين', what: 'لقاء نظيره التركي' },
      ],
    ],
    [
      'بدأ وزير الدفاع العراقي أمس جولة تشمل الأردن ومصر، ينقل خلالها رسائل من حكومته.',
      [{ ...plan, who: 'ثابت العباسي', what: 'نقل رسائل من حكومته' }],
    ],
    ['زار الوزير العراقي تركيا أمس والتقى خلالها نظيره.', []],
    // «جلالة» is no title of a woman's.
    ['سيزور جلالة الملك عبد الله الثاني الكويت.', [{ ...plan, who: 'عبد الله الثاني', what: 'زيارة الكويت' }]],
    // What is refused may be somebody's.
    [
      'رفض وزير الدفاع العراقي اقتراح أنطونيو غوتيريش بوقف القتال.',
      [
        {
          ...plan,
          kind: 'refusal',
          polarity: 'negative',
          who: 'ثابت العباسي',
          what: 'اقتراح أنطونيو غوتيريش بوقف القتال',
        },
      ],
    ],
    [
      'أعلنت تركيا أن عملياتها العسكرية ستتوقف غداً.',
      [{ ...plan, who: 'تركيا', what: 'توقف عملياتها العسكرية', due: '2025-03-12' }],
    ],
    // «في وقت لاحق» opens no clause, as «في وقت» does.
    [
      'سيصوت البرلمان العراقي على الميزانية في وقت لاحق من الأسبوع الحالي، في وقت تستمر فيه المفاوضات.',
      [{ ...plan, who: 'مجلس النواب العراقي', what: 'التصويت على الميزانية', due: '2025-03-16' }],
    ],
    // A long name leads no further from what a light verb carries.
    [
      'ينتظر أن يقوم رئيس الوزراء اللبناني نواف سلام بدوره بزيارة رسمية إلى المغرب.',
      [{ ...plan, certainty: 'probable', who: 'نواف سلام', what: 'زيارة رسمية إلى المغرب' }],
    ],
    // Who does not accept refuses.
    [
      'وقال الوزير السوري أسعد الشيباني إن بلاده لا تقبل أي شروط سياسية.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'سوريا', what: 'أي شروط سياسية' }],
    ],
    // Of a meeting the present alone says so, whatever it is on the margins of.
    [
      'ويعقد على هامش المؤتمر اجتماع لوزراء خارجية مجلس التعاون.',
      [
        {
          ...plan,
          who: 'وزراء خارجية مجلس التعاون',
          what: 'عقد اجتماع على هامش المؤتمر لوزراء خارجية مجلس التعاون',
        },
      ],
    ],
    // What is said is no part of what says it.
    [
      'أعلن وزير الخارجية الموريتاني أن بلاده على استعداد تام لاستضافة الحوار.',
      [{ ...plan, kind: 'pledge', certainty: 'probable', who: 'موريتانيا', what: 'استضافة الحوار' }],
    ],
    // «نزار» of a name is no «نُزار».
    [
      'أعلنت شركة تسويق النفط العراقية أن الكميات كبيرة. وقال مدير عام الشركة علي نزار، في مؤتمر صحفي، إن الشحنة الثانية ستُحمَّل على متن ناقلة بعد غد الأربعاء.',
      [
        {
          ...plan,
          who: 'شركة تسويق النفط العراقية',
          what: 'تحميل الشحنة الثانية على متن ناقلة',
          due: '2025-03-13',
        },
      ],
    ],
    [
      'ستسحب تركيا جنودها من العراق قبل 30 يونيو المقبل، بدلاً من نهاية الشهر الجاري.',
      [
        {
          ...plan,
          who: 'تركيا',
          what: 'سحب جنودها من العراق، بدلاً من نهاية الشهر الجاري',
          due: '2025-06-30',
        },
      ],
    ],
    [
      'نفت إيران عزمها الانسحاب من الاتفاق.',
      [{ ...plan, polarity: 'negative', who: 'إيران', what: 'عدم الانسحاب من الاتفاق' }],
    ],
    // What is told as past, foretold or denied looks like these.
    [
      'رفضت تركيا رفضا قاطعا سحب قواتها.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'تركيا', what: 'سحب قواتها' }],
    ],
    [
      'قالت تركيا إنها على ثقة بأنها ستنجز الموازنة.',
      [{ ...plan, kind: 'pledge', who: 'تركيا', what: 'إنجاز الموازنة' }],
    ],
    [
      'لم تخف تركيا رغبتها في استضافة القمة.',
      [{ ...plan, kind: 'wish', certainty: 'possible', who: 'تركيا', what: 'استضافة القمة' }],
    ],
    ['أعلنت تركيا قرارها بناء سد جديد.', [{ ...plan, kind: 'decision', who: 'تركيا', what: 'بناء سد جديد' }]],
    ['وكانت تركيا وعدت بفتح المعبر.', [{ ...plan, kind: 'pledge', who: 'تركيا', what: 'فتح المعبر' }]],
    [
      'وعدت تركيا الأسبوع الماضي بفتح المعبر.',
      [{ ...plan, kind: 'pledge', who: 'تركيا', what: 'فتح المعبر' }],
    ],
    // The action that is another's aim, or a part of what a proposal calls for, is none of its own.
    [
      'قررت تركيا تشكيل فرق طبية لمتابعة المصابين وإجراء الفحوص.',
      [
        {
          ...plan,
          kind: 'decision',
          who: 'تركيا',
          what: 'تشكيل فرق طبية لمتابعة المصابين وإجراء الفحوص',
        },
      ],
    ],
    [
      'رفضت تركيا اقتراح أنان الداعي إلى إطلاق الأسرى، وسحب القوات من الحدود.',
      [
        {
          ...plan,
          kind: 'refusal',
          polarity: 'negative',
          who: 'تركيا',
          what: 'اقتراح أنان الداعي إلى إطلاق الأسرى، وسحب القوات من الحدود',
        },
      ],
    ],
    [
      'قررت تركيا تشكيل لجنة مشتركة، وسحب قواتها من الحدود.',
      [
        { ...plan, kind: 'decision', who: 'تركيا', what: 'تشكيل لجنة مشتركة' },
        { ...plan, kind: 'decision', who: 'تركيا', what: 'سحب قواتها من الحدود' },
      ],
    ],
    [
      'قالت تركيا إنه لا توجد نية لسحب قواتها.',
      [
        {
          ...plan,
          polarity: 'negative',
          certainty: 'probable',
          who: 'تركيا',
          what: 'عدم سحب قواتها',
        },
      ],
    ],
    [
      'غادر الوفد قبل أن تتعهد تركيا بفتح المعبر.',
      [{ ...plan, kind: 'pledge', who: 'تركيا', what: 'فتح المعبر' }],
    ],
    // The present of a headline that a page joined to its report.
    [
      'تركيا تشتري قمحا روسيا أنقرة (رويترز) - بلغت الأسعار ذروتها.',
      [{ ...plan, kind: 'decision', who: 'تركيا', what: 'شراء قمح روسي' }],
    ],
    ['سوف تدعم قطر لبنان.', [{ ...plan, who: 'قطر', what: 'دعم لبنان' }]],
    [
      'لن تسمح تركيا بذلك.',
      [{ ...plan, kind: 'refusal', polarity: 'negative', who: 'تركيا', what: 'السماح بذلك' }],
    ],
    [
      'من المقرر أن تستضيف الجزائر القمة في سبتمبر المقبل.',
      [{ ...plan, who: 'الجزائر', what: 'استضافة القمة', due: '2025-10-01' }],
    ],
    [
      'من المتوقع أن توقع مصر الاتفاق.',
      [{ ...plan, certainty: 'probable', who: 'مصر', what: 'توقيع الاتفاق' }],
    ],
    [
      'قالت قطر إنها ستقدم مساعدات إلى لبنان.',
      [{ ...plan, kind: 'pledge', who: 'قطر', what: 'تقديم مساعدات إلى لبنان' }],
    ],
    [
      'لا تعتزم الكويت رفع الأسعار.',
      [{ ...plan, polarity: 'negative', who: 'الكويت', what: 'عدم رفع الأسعار' }],
    ],
    [
      'تعهدت إيران بعدم تخصيب اليورانيوم.',
      [{ ...plan, kind: 'pledge', polarity: 'negative', who: 'إيران', what: 'عدم تخصيب اليورانيوم' }],
    ],
    [
      'اتفقت مصر والسودان على تشكيل لجنة مشتركة، وعلى تبادل المعلومات.',
      [
        { ...plan, kind: 'agreement', who: 'مصر + السودان', what: 'تشكيل لجنة مشتركة' },
        { ...plan, kind: 'agreement', who: 'مصر + السودان', what: 'تبادل المعلومات' },
      ],
    ],
    [
      'قال رئيس الوزراء العراقي محمد شياع السوداني إن بلاده ستسدد ديونها خلال شهرين.',
      [{ ...plan, kind: 'pledge', who: 'العراق', what: 'سداد ديونها', due: '2025-05-11' }],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

const own = { ...plan, certainty: 'probable' }
const refusal = { ...plan, kind: 'refusal', polarity: 'negative' }

describe('what one must do, has no choice but to do, or does not think of', () => {
  it.each([
    [
      'قال الرئيس اللبناني إنه آن الأوان لأن ننقل اجتماعنا إلى صور.',
      [{ ...own, who: 'لبنان', what: 'نقل اجتماعنا إلى صور' }],
    ],
    [
      'قال الوزير الأردني إنه لا مفر من نقل اجتماعنا إلى العقبة.',
      [{ ...own, who: 'الأردن', what: 'نقل اجتماعنا إلى العقبة' }],
    ],
    ['قال الوزير الأردني: «ليس أمامنا إلا رفع الأسعار».', [{ ...own, who: 'الأردن', what: 'رفع الأسعار' }]],
    [
      'لم يعد أمام الحكومة اللبنانية سوى اللجوء إلى صندوق النقد.',
      [{ ...own, who: 'الحكومة اللبنانية', what: 'اللجوء إلى صندوق النقد' }],
    ],
    [
      'قالت النقابة التونسية إنه لم يبق أمامها إلا الدخول في إضراب مفتوح.',
      [{ ...own, who: 'النقابة التونسية', what: 'الدخول في إضراب مفتوح' }],
    ],
    [
      'قال وزير المالية الأردني إن رفع أسعار الخبز غير وارد.',
      [{ ...refusal, who: 'الأردن', what: 'رفع أسعار الخبز' }],
    ],
    [
      'أكد الوزير الأردني أن مسألة تأجيل الانتخابات ليست مطروحة حاليا.',
      [{ ...refusal, who: 'الأردن', what: 'تأجيل الانتخابات' }],
    ],
    [
      'قال الرئيس التونسي: «التراجع عن القرار أمر غير وارد».',
      [{ ...refusal, who: 'تونس', what: 'التراجع عن القرار' }],
    ],
    [
      'قال وزير المالية الكويتي إنه "من غير الوارد" اللجوء إلى الاقتراض.',
      [{ ...refusal, who: 'الكويت', what: 'اللجوء إلى الاقتراض' }],
    ],
    [
      'قال وزير المالية الكويتي إنه لا مجال للتراجع عن الضريبة.',
      [{ ...refusal, who: 'الكويت', what: 'التراجع عن الضريبة' }],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('triggers that stand apart from who is bound, or from the action', () => {
  it.each([
    [
      'كلف مجلس الوزراء وزارة الصحة اللبنانية بمهمة إعداد الخطة.',
      [{ ...plan, kind: 'obligation', who: 'وزارة الصحة اللبنانية', what: 'إعداد الخطة' }],
    ],
    [
      'ترفض الحكومة الأردنية فكرة إرسال قوات إلى سوريا.',
      [{ ...refusal, who: 'الحكومة الأردنية', what: 'إرسال قوات إلى سوريا' }],
    ],
    [
      'استقر الرأي في اجتماع الحكومة اللبنانية على تأجيل الانتخابات.',
      [{ ...plan, kind: 'decision', who: 'الحكومة اللبنانية', what: 'تأجيل الانتخابات' }],
    ],
    [
      'سيصار إلى رفع الأسعار، بحسب وزارة الاقتصاد اللبنانية.',
      [{ ...plan, kind: 'pledge', who: 'وزارة الاقتصاد اللبنانية', what: 'رفع الأسعار' }],
    ],
    [
      'قطع المحافظ علي المعمري على نفسه أمام وفد من الأعيان أن يزور المدينة.',
      [{ ...plan, kind: 'pledge', who: 'علي المعمري', what: 'زيارة المدينة' }],
    ],
    [
      'قال رئيس الوزراء اللبناني إنه عاقد النية على مصارحة المانحين.',
      [{ ...plan, who: 'نواف سلام', what: 'مصارحة المانحين' }],
    ],
    [
      'قالت الحكومة الأردنية إنها ليست في طريقها إلى رفع الأسعار.',
      [{ ...refusal, certainty: 'probable', who: 'الحكومة الأردنية', what: 'رفع الأسعار' }],
    ],
    [
      'قالت الحكومة العراقية إنه يتعين على الحكومة العراقية دفع الرواتب.',
      [{ ...plan, kind: 'obligation', who: 'الحكومة العراقية', what: 'دفع الرواتب' }],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what is no commitment', () => {
  it.each([
    ['a past act', 'سحبت فرنسا قواتها من النيجر أمس.'],
    ['a condemnation', 'أدانت مصر الهجوم على المستشفى.'],
    ['a call on others', 'دعت الأمم المتحدة إسرائيل إلى وقف إطلاق النار.'],
    ['a demand', 'طالب العراق تركيا بالانسحاب من أراضيه.'],
    ['an assessment', 'ترى إيران أن الأزمة خطيرة.'],
    ['a state to come', 'ستكون الأزمة طويلة.'],
    ['weather', 'سترتفع درجات الحرارة غدا.'],
    ['what was not said', 'لم تتعهد قطر بتقديم مساعدات.'],
    ['a noun that looks like a future', 'تدعم سياسة مصر استقرار المنطقة.'],
  ])('%s: %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('roles', () => {
  it('reads places by role, quantity, begin and condition', () => {
    const text =
      'تعتزم الولايات المتحدة سحب نحو 2500 جندي من العراق إلى الكويت اعتبارا من الأول من مايو 2025، شرط أن تهدأ الأوضاع.'
    const { commitments, article } = extract({ text, published: PUBLISHED })
    const [commitment] = commitments
    expect(commitments).toHaveLength(1)
    expect(commitment).toMatchObject({
      committers: ['actor:Q30'],
      eventClass: 'RETREAT',
      begins: { from: '2025-05-01' },
      quantity: { value: 2500, unit: 'جندي', approximate: true },
      action: { ar: 'سحب نحو 2500 جندي من العراق إلى الكويت' },
    })
    expect(commitment?.places).toEqual([
      { id: 'place:Q796', role: 'from' },
      { id: 'place:Q817', role: 'toward' },
    ])
    expect(commitment?.condition?.quote).toBe('شرط أن تهدأ الأوضاع')
    expect(article.text).toBe(text)
  })

  it('gives the creditor behind the lam', () => {
    const { commitments } = extract({ text: 'تعهدت قطر بتقديم مساعدات للبنان.', published: PUBLISHED })
    expect(commitments[0]?.creditors).toEqual(['actor:Q822'])
  })
})

it('marks whom only the text around implies', () => {
  const text =
    'قال برنامج الأغذية العالمي إن سفينتين تحملان القمح ستصلان إلى الحديدة الأحد. ولن تفرض فرنسا ضرائب.'
  const { triples, commitments } = extract({ text, published: PUBLISHED })
  const basisOf = (of: string | undefined): string[] =>
    triples.flatMap(({ predicate, object, basis }) =>
      predicate === 'COMMITS_TO' && object === of ? [basis] : [],
    )
  expect(commitments.map(({ id }) => basisOf(id))).toEqual([['implied'], ['stated']])
})

it('owes nothing to whom something is owed in the condition', () => {
  const text = 'تعهدت الجزائر بتزويد النيجر بالغاز شرط أن تسدد نيامي مستحقات شركة سوناطراك.'
  const { commitments, entities } = extract({ text, published: PUBLISHED })
  const nameOf = new Map(entities.map(({ id, name }) => [id, name.ar]))
  expect(commitments.map(({ creditors }) => creditors.map((id) => nameOf.get(id)))).toEqual([['النيجر']])
})

describe('what could not be resolved is a diagnostic', () => {
  it.each([
    ['committer-unknown', 'وتعهدوا بتقديم مساعدات عاجلة.'],
    ['source-unknown', 'قال المتنزهون إن الأزمة طويلة.'],
  ])('%s: %s', (code, text) => {
    const { commitments, diagnostics } = extract({ text, published: PUBLISHED })
    expect(commitments).toEqual([])
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
    const span = diagnostics[0]?.span
    expect(text.slice(span?.start, span?.end)).toBe(span?.quote)
  })
})
