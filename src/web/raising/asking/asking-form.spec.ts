import 'reflect-metadata';
import { readForm } from '../../forms/read-form.js';
import { answersAmong, AskingForm, contentOf } from './asking-form.js';

const sent = async (fields: Record<string, unknown>, ageYears: number | null = 16): Promise<ReturnType<typeof contentOf>> => contentOf(await readForm(AskingForm, fields), ageYears);

describe('the form that asks for a K-møde', () => {
  it('takes an empty form as a draft with nothing said', async () => {
    expect(await sent({ reason: '', type: '', needsSeveralAreas: '' })).toEqual({
      type: 'transition', purpose: 'coordinate', reason: '', youthWish: null, areas: [], belongs: {}, urgent: null, withoutYouth: null,
    });
  });

  it('follows the answers until a type is chosen, and again when asked to', async () => {
    expect((await sent({ youthSupportOnly: 'ja' })).type).toBe('youth_support_assessment');
    expect((await sent({ youthSupportOnly: 'ja', type: 'coordination' })).type).toBe('coordination');
    expect((await sent({ youthSupportOnly: 'ja', type: 'coordination', handling: 'skift' })).type).toBe('youth_support_assessment');
    expect((await sent({}, null)).type).toBe('sparring');
  });

  it('keeps one area as a list, and a note only with its reason', async () => {
    expect((await sent({ areas: 'social' })).areas).toEqual(['social']);
    expect((await sent({ 'urgent.reason': 'other', 'urgent.note': 'Bostedet lukker' })).urgent).toEqual({ reason: 'other', note: 'Bostedet lukker' });
    expect((await sent({ 'urgent.reason': '', 'urgent.note': 'Bostedet lukker' })).urgent).toBeNull();
  });

  it('reads yes, no and a level of support, and nothing else', () => {
    expect(answersAmong({ needsSeveralAreas: 'ja', specialSchool: 'nej', cannotLiveAlone: '', supportAfter18: 'none', canAgreeDirectly: 'måske', reason: 'ja' }))
      .toEqual({ needsSeveralAreas: true, specialSchool: false, supportAfter18: 'none' });
  });

  it('refuses what is no choice of ours', async () => {
    await expect(readForm(AskingForm, { type: 'party' })).rejects.toMatchObject({ errors: [{ field: 'type' }] });
  });
});
